import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { requireAirtm } from "../../payment-mode.ts";
import { visibleTopUp } from "../../reads/topups.ts";
import { presentTopUp } from "./present.ts";
import { OwnerQuery, TopUpParams, TopUpWire } from "./schemas.ts";

export const getTopUp = endpoint(
  {
    method: "get",
    path: "/topups/{id}",
    operationId: "getTopUp",
    tag: "Top-ups",
    summary: "One top-up. 404 without Airtm.",
    access: "read",
    params: TopUpParams,
    query: OwnerQuery,
    shape: "repeated",
    status: 200,
    data: TopUpWire,
    errors: ["NOT_FOUND", "TOPUP_NOT_FOUND"],
  },
  async ({ params, query, caller, deps }) => {
    const { cancelUrl } = requireAirtm(deps);
    return ok(presentTopUp(await visibleTopUp(deps.db, caller, params.id, query.userId), cancelUrl));
  },
);
