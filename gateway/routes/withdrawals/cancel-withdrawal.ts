import { AppError } from "../../../domain/errors.ts";
import { cancelUpdate } from "../../../workflows/contracts/withdrawal.ts";
import { endpoint } from "../../endpoint.ts";
import { visibleWithdrawal } from "../../reads/withdrawals.ts";
import { commandWithdrawal } from "./command-withdrawal.ts";
import { CancelWithdrawalBody, OwnerQuery, WithdrawalParams, WithdrawalWire } from "./schemas.ts";

export const cancelWithdrawal = endpoint(
  {
    method: "post",
    path: "/withdrawals/{id}/cancel",
    operationId: "cancelWithdrawal",
    tag: "Withdrawals",
    summary: "Give back the money of a withdrawal that was not committed, or that Airtm still takes back.",
    access: "write",
    params: WithdrawalParams,
    query: OwnerQuery,
    body: CancelWithdrawalBody,
    shape: "repeated",
    status: 200,
    data: WithdrawalWire,
    waits: true,
    errors: ["WITHDRAWAL_NOT_FOUND", "INVALID_STATE", "USER_NOT_ELIGIBLE"],
    idempotency: { kind: "attach", keepDays: 30 },
  },
  async (call) => {
    const withdrawal = await visibleWithdrawal(call.deps.db, call.caller, call.params.id, call.query.userId);
    return commandWithdrawal(call, {
      update: cancelUpdate,
      withdrawal,
      reason: call.body.reason,
      refusalAtEnd: ({ id, status }) =>
        status === "WITHDRAWAL_CANCELED"
          ? null
          : new AppError("INVALID_STATE", { id, currentState: status, allowedStates: ["WITHDRAWAL_CREATED"] }),
    });
  },
);
