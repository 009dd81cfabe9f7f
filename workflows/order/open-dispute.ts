import { type ChildWorkflowHandle, ParentClosePolicy, startChild } from "@temporalio/workflow";
import type { DisputeTerms } from "../../domain/dispute/dispute-facts.ts";
import {
  DISPUTE_WORKFLOW,
  type DisputeInput,
  type DisputeResult,
  disputeWorkflowId,
  freezeEndedSignal,
} from "../contracts/dispute.ts";
import type { OpenDispute } from "../contracts/order.ts";
import { orderIdKey, paymentKindKey, paymentStateKey, userIdsKey } from "../contracts/search-attributes.ts";
import { providerError, StepRefused } from "../steps/step-failure.ts";
import { freeze } from "./freeze.ts";
import type { OrderRun } from "./order-run.ts";

/**
 * Stops the order, gives the disagreement a workflow of its own, and freezes the contract with the opener's key. The order
 * goes on when the contract has paid as support decided.
 */
export async function openDispute(run: OrderRun, command: OpenDispute): Promise<void> {
  const { caller, evidence, openedBy } = command;
  const dispute = termsOf(run, command);
  await run.record({ kind: "disputeOpened", dispute, evidence, openedAt: new Date().toISOString() }, caller);
  stopFor(run, dispute);
  const child = await begin({ dispute, evidence });
  followRuling(run, child, dispute);
  try {
    await freeze(run, { by: openedBy, caller, ...(dispute.milestone && { milestoneIndex: dispute.milestone.index }) });
    await child.signal(freezeEndedSignal, { isFrozen: true });
    if (!dispute.milestone) run.payment.show({ waitingFor: "support" });
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    await drop(run, command, dispute, error);
    await child.signal(freezeEndedSignal, { isFrozen: false });
    throw providerError(error);
  }
}

function termsOf(run: OrderRun, command: OpenDispute): DisputeTerms {
  const { disputeId, openedBy, disputeReason: reason, milestoneRef } = command;
  const terms = { disputeId, order: run.terms(), contractId: run.requireContract(), openedBy, reason };
  if (milestoneRef === undefined) return terms;
  const index = run.milestoneIndex(milestoneRef);
  return { ...terms, milestone: { index, from: run.milestones[index] === "COMPLETED" ? "COMPLETED" : "OPEN" } };
}

/** A disputed milestone stops alone; else the whole order does. */
function stopFor(run: OrderRun, dispute: DisputeTerms): void {
  if (!dispute.milestone) {
    run.moveTo({ status: "DISPUTED", dispute });
    return;
  }
  run.dispute = dispute;
  run.milestones[dispute.milestone.index] = "DISPUTED";
  run.milestoneDisputes.set(dispute.milestone.index, dispute);
}

/** It outlives its order: whatever becomes of the parent, a decision that is under way is carried out. */
function begin(input: DisputeInput): Promise<Child> {
  const { disputeId, order } = input.dispute;
  return startChild<(input: DisputeInput) => Promise<DisputeResult>>(DISPUTE_WORKFLOW, {
    workflowId: disputeWorkflowId(disputeId),
    args: [input],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    staticSummary: `${disputeId} about ${order.orderId} ${order.amount}`,
    typedSearchAttributes: [
      { key: paymentKindKey, value: "dispute" },
      { key: paymentStateKey, value: "OPEN" },
      { key: orderIdKey, value: order.orderId },
      { key: userIdsKey, value: [order.buyerId, order.sellerId] },
    ],
  });
}

type Child = ChildWorkflowHandle<(input: DisputeInput) => Promise<DisputeResult>>;

/** The ruling comes as a command of its own, so that it waits its turn like all others. */
function followRuling(run: OrderRun, child: Child, dispute: DisputeTerms): void {
  const close = async () => {
    const { outcome } = await child.result();
    if (outcome) await run.commands.perform({ name: "ruled", outcome, dispute }, false);
  };
  close().catch((error: Error) =>
    run.payment.show({ lastError: `the dispute ended without a ruling: ${error.message}` }),
  );
}

async function drop(run: OrderRun, { caller }: OpenDispute, dispute: DisputeTerms, error: StepRefused): Promise<void> {
  const at = new Date().toISOString();
  await run.record({ kind: "disputeDropped", dispute, reason: error.message, at }, caller);
  if (!dispute.milestone) {
    run.moveTo({ status: "IN_PROGRESS" });
    return;
  }
  run.milestones[dispute.milestone.index] = dispute.milestone.from;
  run.milestoneDisputes.delete(dispute.milestone.index);
}
