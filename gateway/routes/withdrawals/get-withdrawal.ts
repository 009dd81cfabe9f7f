import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleWithdrawal } from "../../reads/withdrawals.ts";
import { presentWithdrawal } from "./present.ts";
import { OwnerQuery, WithdrawalParams, WithdrawalWire } from "./schemas.ts";

export const getWithdrawal = endpoint(
  {
    method: "get",
    path: "/withdrawals/{id}",
    operationId: "getWithdrawal",
    tag: "Withdrawals",
    summary: "One withdrawal.",
    access: "read",
    params: WithdrawalParams,
    query: OwnerQuery,
    shape: "repeated",
    status: 200,
    data: WithdrawalWire,
    errors: ["WITHDRAWAL_NOT_FOUND"],
  },
  async ({ params, query, caller, deps }) =>
    ok(presentWithdrawal(await visibleWithdrawal(deps.db, caller, params.id, query.userId))),
);
