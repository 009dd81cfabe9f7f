import type { UpdateDefinition } from "@temporalio/common";
import { AppError } from "../../../../domain/errors.ts";
import type { DisputeId } from "../../../../domain/ids.ts";
import { type DisputeView, disputeWorkflowId } from "../../../../workflows/contracts/dispute.ts";
import type { Caller } from "../../../../workflows/contracts/operating.ts";
import { commandCaller } from "../../../command-caller.ts";
import type { CallContext } from "../../../endpoint.ts";
import { type DisputeRow, visibleDispute } from "../../../reads/disputes.ts";

export interface DisputeRequest<Argument> {
  readonly disputeId: string;
  readonly update: UpdateDefinition<DisputeView, [Argument]>;
  /** What the command says besides who asks. */
  readonly argument: Omit<Argument, "caller">;
  /** The states in which the command works, for a dispute whose workflow is over. */
  readonly allowedStates: readonly string[];
  /** True when the row shows that the command has had its effect. */
  readonly isAchieved?: (dispute: DisputeRow) => boolean;
}

export interface CommandedDispute {
  readonly dispute: DisputeRow;
  /** False while the command goes on after the reply. */
  readonly isFinal: boolean;
}

/** Asks the dispute's workflow, and reads the dispute as it is afterwards. */
export async function askDispute<Argument extends { readonly caller: Caller }>(
  call: CallContext,
  request: DisputeRequest<Argument>,
): Promise<CommandedDispute> {
  const { deps, caller, identity, replyBy } = call;
  const { id } = await visibleDispute(deps.db, caller, request.disputeId);
  const reply = await deps.temporal.command({
    workflowId: disputeWorkflowId(id as DisputeId),
    update: request.update,
    updateId: identity.updateId,
    argument: { caller: commandCaller(call), ...request.argument } as Argument,
    replyBy,
  });
  const dispute = await visibleDispute(deps.db, caller, id);
  if (reply.kind === "gone") refuseUnlessAchieved(request, dispute);
  return { dispute, isFinal: reply.kind !== "pending" };
}

/** The workflow is over, or has not begun: the row says which. */
function refuseUnlessAchieved<Argument>(request: DisputeRequest<Argument>, dispute: DisputeRow): void {
  if (request.isAchieved?.(dispute)) return;
  const { id, status } = dispute;
  if (status !== "RESOLVED") throw new AppError("SERVICE_UNAVAILABLE", { dependency: "temporal", disputeId: id });
  throw new AppError("INVALID_STATE", { id, currentState: status, allowedStates: request.allowedStates });
}
