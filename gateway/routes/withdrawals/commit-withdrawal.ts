import { AppError } from "../../../domain/errors.ts";
import { commitUpdate } from "../../../workflows/contracts/withdrawal.ts";
import { endpoint } from "../../endpoint.ts";
import { visibleWithdrawal } from "../../reads/withdrawals.ts";
import { commandWithdrawal } from "./command-withdrawal.ts";
import { OwnerQuery, WithdrawalParams, WithdrawalWire } from "./schemas.ts";

export const commitWithdrawal = endpoint(
  {
    method: "post",
    path: "/withdrawals/{id}/commit",
    operationId: "commitWithdrawal",
    tag: "Withdrawals",
    summary: "Send a withdrawal that was held.",
    access: "write",
    params: WithdrawalParams,
    query: OwnerQuery,
    shape: "repeated",
    status: 200,
    data: WithdrawalWire,
    waits: true,
    errors: [
      "WITHDRAWAL_NOT_FOUND",
      "WITHDRAWAL_NOT_COMMITTABLE",
      "WITHDRAWAL_DESTINATION_INVALID",
      "USER_NOT_ELIGIBLE",
    ],
    idempotency: { kind: "attach", keepDays: 30 },
  },
  async (call) => {
    const withdrawal = await visibleWithdrawal(call.deps.db, call.caller, call.params.id, call.query.userId);
    return commandWithdrawal(call, {
      update: commitUpdate,
      withdrawal,
      refusalAtEnd: ({ status }) => new AppError("WITHDRAWAL_NOT_COMMITTABLE", { currentStatus: status }),
    });
  },
);
