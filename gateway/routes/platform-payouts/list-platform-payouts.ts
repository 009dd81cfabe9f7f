import { endpoint } from "../../endpoint.ts";
import { list } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { listPlatformPayouts as readPlatformPayouts } from "../../reads/platform-payouts.ts";
import { presentPlatformPayout } from "./present.ts";
import { ListPlatformPayoutsQuery, PlatformPayoutList } from "./schemas.ts";

export const listPlatformPayouts = endpoint(
  {
    method: "get",
    path: "/admin/payouts",
    operationId: "listPlatformPayouts",
    tag: "Platform payouts",
    summary: "Platform payouts, newest first.",
    access: "support",
    query: ListPlatformPayoutsQuery,
    shape: "plain",
    status: 200,
    data: PlatformPayoutList,
    errors: [],
  },
  async ({ query, caller, deps }) => {
    refuseBoundKey(caller);
    const { source, status, ...request } = query;
    const { items, page } = await readPlatformPayouts(deps.db, { source, status }, request);
    return list(items.map(presentPlatformPayout), page);
  },
);
