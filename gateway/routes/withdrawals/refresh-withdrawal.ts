import { refreshUpdate } from "../../../workflows/contracts/withdrawal.ts";
import { endpoint } from "../../endpoint.ts";
import { visibleWithdrawal } from "../../reads/withdrawals.ts";
import { commandWithdrawal } from "./command-withdrawal.ts";
import { OwnerQuery, WithdrawalParams, WithdrawalWire } from "./schemas.ts";

export const refreshWithdrawal = endpoint(
  {
    method: "post",
    path: "/withdrawals/{id}/refresh",
    operationId: "refreshWithdrawal",
    tag: "Withdrawals",
    summary: "Ask the chain, or Airtm, about a withdrawal, and show it.",
    access: "read",
    params: WithdrawalParams,
    query: OwnerQuery,
    shape: "repeated",
    status: 200,
    data: WithdrawalWire,
    waits: true,
    errors: ["WITHDRAWAL_NOT_FOUND"],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const withdrawal = await visibleWithdrawal(call.deps.db, call.caller, call.params.id, call.query.userId);
    return commandWithdrawal(call, { update: refreshUpdate, withdrawal, refusalAtEnd: () => null });
  },
);
