import type { UpdateDefinition } from "@temporalio/common";
import type { AppError } from "../../../domain/errors.ts";
import type { WithdrawalId } from "../../../domain/ids.ts";
import {
  type WithdrawalCommand,
  type WithdrawalView,
  withdrawalWorkflowId,
} from "../../../workflows/contracts/withdrawal.ts";
import { commandCaller } from "../../command-caller.ts";
import type { CallContext } from "../../endpoint.ts";
import { type Answer, accepted, ok } from "../../envelope.ts";
import { visibleWithdrawal, type WithdrawalRow } from "../../reads/withdrawals.ts";
import { presentWithdrawal, type Withdrawal } from "./present.ts";

export interface WithdrawalRequest {
  readonly update: UpdateDefinition<WithdrawalView, [WithdrawalCommand]>;
  readonly withdrawal: WithdrawalRow;
  readonly reason?: string | null | undefined;
  /** What a withdrawal at its end answers: its state (null), or why not. */
  readonly refusalAtEnd: (row: WithdrawalRow) => AppError | null;
}

/** Asks the withdrawal's workflow and answers with the withdrawal as it is afterwards. */
export async function commandWithdrawal(call: CallContext, request: WithdrawalRequest): Promise<Answer<Withdrawal>> {
  const { deps, caller, identity, replyBy } = call;
  const { update, withdrawal } = request;
  const reply = await deps.temporal.command({
    workflowId: withdrawalWorkflowId(withdrawal.id as WithdrawalId),
    update,
    updateId: identity.updateId,
    argument: { caller: commandCaller(call), reason: request.reason ?? null },
    replyBy,
  });
  const row = await visibleWithdrawal(deps.db, caller, withdrawal.id);
  const refusal = reply.kind === "gone" ? request.refusalAtEnd(row) : null;
  if (refusal) throw refusal;
  const data = presentWithdrawal(row);
  return reply.kind === "pending" ? accepted(data, `/withdrawals/${row.id}`) : ok(data);
}
