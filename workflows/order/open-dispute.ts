import type { DisputeTerms } from "../../domain/dispute/dispute-facts.ts";
import type { OpenDispute } from "../contracts/order.ts";
import { providerError, StepRefused } from "../steps/step-failure.ts";
import { standStillUnasked } from "../steps/to-the-end.ts";
import { freeze } from "./freeze.ts";
import type { OrderRun } from "./order-run.ts";
import { begin, keep, type OwnedDispute, tellOfFreeze } from "./owned-dispute.ts";

/**
 * Stops the order, gives the disagreement a workflow of its own, and freezes the contract with the opener's key. The order
 * goes on when the contract has paid as support decided.
 */
export async function openDispute(run: OrderRun, command: OpenDispute): Promise<void> {
  const { caller, evidence, openedBy } = command;
  const dispute = termsOf(run, command);
  await run.record({ kind: "disputeOpened", dispute, evidence, openedAt: new Date().toISOString() }, caller);
  stopFor(run, dispute);
  const owned: OwnedDispute = { terms: dispute, evidence, freeze: "pending", left: null, child: null };
  try {
    await begin(run.payment, owned);
    keep(run, owned);
    await freeze(run, { by: openedBy, caller, ...(dispute.milestone && { milestoneIndex: dispute.milestone.index }) });
    owned.freeze = "frozen";
    await tellOfFreeze(owned);
    if (!dispute.milestone) run.payment.show({ waitingFor: "support" });
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    await drop(run, command, dispute, error);
    owned.freeze = "dropped";
    await tellOfFreeze(owned);
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

async function drop(run: OrderRun, { caller }: OpenDispute, dispute: DisputeTerms, error: StepRefused): Promise<void> {
  const at = new Date().toISOString();
  const dropped = run.record({ kind: "disputeDropped", dispute, reason: error.message, at }, caller);
  await dropped.catch(standStillUnasked); // a refusal must not leave it disputed with nobody to decide
  if (!dispute.milestone) {
    run.moveTo({ status: "IN_PROGRESS" });
    return;
  }
  run.milestones[dispute.milestone.index] = dispute.milestone.from;
  run.milestoneDisputes.delete(dispute.milestone.index);
}
