import type { UpdateDefinition } from "@temporalio/common";
import type { AppError } from "../../../domain/errors.ts";
import type { TopUpId } from "../../../domain/ids.ts";
import { type TopUpCommand, type TopUpView, topUpWorkflowId } from "../../../workflows/contracts/topup.ts";
import { commandCaller } from "../../command-caller.ts";
import type { CallContext } from "../../endpoint.ts";
import { type Answer, accepted, ok } from "../../envelope.ts";
import { requireAirtm } from "../../payment-mode.ts";
import { type TopUpRow, visibleTopUp } from "../../reads/topups.ts";
import { presentTopUp, type TopUp } from "./present.ts";

export interface TopUpRequest {
  readonly update: UpdateDefinition<TopUpView, [TopUpCommand]>;
  readonly topUpId: string;
  /** Whose it must be, where the caller said so. */
  readonly userId: string | undefined;
  readonly reason?: string | null | undefined;
  /** What a top-up at its end answers: its state (null), or why not. */
  readonly refusalAtEnd: (row: TopUpRow) => AppError | null;
}

/** Asks the top-up's workflow and answers with the top-up as it is afterwards. */
export async function commandTopUp(call: CallContext, request: TopUpRequest): Promise<Answer<TopUp>> {
  const { deps, caller, identity, replyBy } = call;
  const { update, topUpId, userId, reason = null } = request;
  const { cancelUrl } = requireAirtm(deps);
  const { id } = await visibleTopUp(deps.db, caller, topUpId, userId);
  const reply = await deps.temporal.command({
    workflowId: topUpWorkflowId(id as TopUpId),
    update,
    updateId: identity.updateId,
    argument: { caller: commandCaller(call), reason },
    replyBy,
  });
  const row = await visibleTopUp(deps.db, caller, id);
  const refusal = reply.kind === "gone" ? request.refusalAtEnd(row) : null;
  if (refusal) throw refusal;
  const data = presentTopUp(row, cancelUrl);
  return reply.kind === "pending" ? accepted(data, `/topups/${row.id}`) : ok(data);
}
