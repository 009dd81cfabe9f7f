import { randomUUID } from "node:crypto";
import {
  type AddEvidence,
  type AssignDispute,
  addEvidenceUpdate,
  assignUpdate,
  type CommentDispute,
  commentUpdate,
  type DisputeResult,
  disputeWorkflowId,
  type ResolveDispute,
  type ResolveDisputeDecision,
  resolveDisputeSignal,
  resolveUpdate,
} from "../../../workflows/contracts/dispute.ts";
import {
  type OperatorDecision,
  operatorDecisionSignal,
  progressQuery,
} from "../../../workflows/contracts/operating.ts";
import type { WorkflowBench } from "./bench.ts";
import { anOrderAfter, CALLER, type OrderDriver } from "./order-driver.ts";
import { outcomeOf } from "./outcome.ts";

export type DisputeDriver = Awaited<ReturnType<typeof aDispute>>;

type Says<Argument> = Partial<Omit<Argument, "caller">>;

/** A dispute about a funded order of 120.00, opened by the buyer and frozen; driven as the gateway drives it. */
export async function aDispute(bench: Pick<WorkflowBench, "client" | "world">) {
  return disputeOf(bench, await anOrderAfter(bench, ["reserve", "createEscrow", "fundEscrow", "openDispute"]));
}

/** The dispute of an order whose `openDispute` may still be under way. */
export function disputeOf({ client, world }: Pick<WorkflowBench, "client" | "world">, order: OrderDriver) {
  const { disputeId } = order;
  const workflowId = disputeWorkflowId(disputeId);
  const handle = client.workflow.getHandle(workflowId);
  const send = { caller: CALLER };
  return {
    order,
    disputeId,
    workflowId,
    handle,
    assign: (says: Says<AssignDispute> = {}) =>
      outcomeOf(handle.executeUpdate(assignUpdate, { args: [{ ...send, assignedTo: "ana", notes: null, ...says }] })),
    comment: (says: Says<CommentDispute> = {}) =>
      outcomeOf(
        handle.executeUpdate(commentUpdate, {
          args: [{ ...send, commentId: `cmt_${randomUUID()}`, comment: "we look into it", author: "ana", ...says }],
        }),
      ),
    addEvidence: (says: Says<AddEvidence> = {}) =>
      outcomeOf(handle.executeUpdate(addEvidenceUpdate, { args: [{ ...send, evidence: ["a letter"], ...says }] })),
    resolve: (says: Pick<ResolveDispute, "decision"> & Says<ResolveDispute>, updateId: string = randomUUID()) =>
      outcomeOf(
        handle.executeUpdate(resolveUpdate, {
          args: [{ ...send, releaseAmount: null, refundAmount: null, note: null, ...says }],
          updateId,
        }),
      ),
    signal: (decision: unknown) => handle.signal(resolveDisputeSignal, decision as ResolveDisputeDecision),
    decide: (decision: Pick<OperatorDecision, "action">) =>
      handle.signal(operatorDecisionSignal, { decisionId: randomUUID(), reason: "a person looked", ...decision }),
    progress: () => handle.query(progressQuery),
    status: () => world.ledger.statuses(disputeId).at(-1) ?? null,
    result: () => handle.result() as Promise<DisputeResult>,
  };
}
