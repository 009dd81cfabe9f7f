import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { requirePlatformPayout } from "../../reads/platform-payouts.ts";
import { presentPlatformPayout } from "./present.ts";
import { PlatformPayoutParams, PlatformPayoutWire } from "./schemas.ts";

export const getPlatformPayout = endpoint(
  {
    method: "get",
    path: "/admin/payouts/{id}",
    operationId: "getPlatformPayout",
    tag: "Platform payouts",
    summary: "One platform payout.",
    access: "support",
    params: PlatformPayoutParams,
    shape: "plain",
    status: 200,
    data: PlatformPayoutWire,
    errors: ["NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    refuseBoundKey(caller);
    return ok(presentPlatformPayout(await requirePlatformPayout(deps.db, params.id)));
  },
);
