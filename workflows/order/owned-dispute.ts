import {
  type ChildWorkflowHandle,
  condition,
  ParentClosePolicy,
  startChild,
  TemporalFailure,
} from "@temporalio/workflow";
import type { DisputeTerms } from "../../domain/dispute/dispute-facts.ts";
import { OUTCOME_OF } from "../../domain/dispute/ruling.ts";
import type { OrderOutcome } from "../../domain/order/states.ts";
import { storage } from "../activity-options.ts";
import {
  DISPUTE_WORKFLOW,
  type DisputeInput,
  type DisputeResult,
  disputeWorkflowId,
  freezeEndedSignal,
  type LeftDispute,
} from "../contracts/dispute.ts";
import { orderIdKey, paymentKindKey, paymentStateKey, userIdsKey } from "../contracts/search-attributes.ts";
import { parkUntilDecided } from "../steps/park.ts";
import type { PaymentRun } from "../steps/payment-run.ts";
import { type SortedFailure, StepRefused } from "../steps/step-failure.ts";
import { standStillUnasked } from "../steps/to-the-end.ts";
import type { OrderRun } from "./order-run.ts";

type Child = ChildWorkflowHandle<(input: DisputeInput) => Promise<DisputeResult>>;

/** A dispute that is not resolved: its order sees to it that a workflow carries it, until it has ended. */
export interface OwnedDispute {
  readonly terms: DisputeTerms;
  readonly evidence: readonly string[];
  freeze: "pending" | "frozen" | "dropped";
  /** Where its last run left it; null while the first one runs. */
  left: Omit<LeftDispute, "isFrozen"> | null;
  child: Child | null;
}

/**
 * Gives the dispute a workflow of its own, and parks until there is one.
 * @throws StepRefused when an operator gives it up before its contract was frozen
 */
export async function begin(payment: PaymentRun, owned: OwnedDispute): Promise<void> {
  const isFrozen = owned.freeze === "frozen";
  for (let timesParked = 0; ; timesParked += 1) {
    if (timesParked > 0) owned.left = await lookAt(owned); // what has its name may have decided it meanwhile
    const failure = await tryToBegin(owned);
    if (!failure) return payment.show({ step: null, waitingFor: "command", lastError: null });
    payment.show({ step: isFrozen ? "begin-again" : "begin-dispute", generation: 0, txHash: null });
    const decision = await parkUntilDecided(payment, failure, timesParked);
    if (decision?.action !== "abandon") continue;
    if (!isFrozen) throw new StepRefused(failure.problem, `abandoned by an operator: ${failure.message}`);
    payment.show({ ignoredDecision: `${decision.decisionId}: the contract is frozen, only a ruling ends that` });
  }
}

/** Null once it runs. */
async function tryToBegin(owned: OwnedDispute): Promise<SortedFailure | null> {
  const { freeze } = owned;
  try {
    owned.child = await start(owned);
  } catch (error) {
    if (!(error instanceof TemporalFailure)) throw error;
    const name = disputeWorkflowId(owned.terms.disputeId);
    return { problem: "DISPUTE_NOT_BEGUN", message: `${name} could not be started: ${error.message}` };
  }
  if (owned.freeze !== freeze) await tellOfFreeze(owned); // it ended while the run was being started
  return null;
}

/** It outlives its order: whatever becomes of the parent, a decision that is under way is carried out. */
function start({ terms: dispute, evidence, left, freeze }: OwnedDispute): Promise<Child> {
  const { disputeId, order } = dispute;
  const takenUp = left && { ...left, isFrozen: freeze === "frozen" };
  return startChild<(input: DisputeInput) => Promise<DisputeResult>>(DISPUTE_WORKFLOW, {
    workflowId: disputeWorkflowId(disputeId),
    args: [{ dispute, evidence, ...(takenUp && { takenUp }) }],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    staticSummary: `${disputeId} about ${order.orderId} ${order.amount}`,
    typedSearchAttributes: [
      { key: paymentKindKey, value: "dispute" },
      { key: paymentStateKey, value: left?.status ?? "OPEN" },
      { key: orderIdKey, value: order.orderId },
      { key: userIdsKey, value: [order.buyerId, order.sellerId] },
    ],
  });
}

/** A run that has just ended hears nothing; the next one is told when it begins. */
export async function tellOfFreeze({ child, freeze }: OwnedDispute): Promise<void> {
  try {
    await child?.signal(freezeEndedSignal, { isFrozen: freeze === "frozen" });
  } catch (error) {
    if (!(error instanceof TemporalFailure)) throw error;
  }
}

const lookAt = ({ terms: { disputeId } }: OwnedDispute) => storage.storageLoadDispute({ disputeId });

const FIRST_PAUSE_MS = 60_000;
const LAST_PAUSE_MS = 15 * 60_000;

/** Carries the dispute to its end: a run that ends without one is followed by another. The ruling waits its turn. */
export function keep(run: OrderRun, owned: OwnedDispute): void {
  untilItEnded(run, owned)
    .then((outcome) => outcome && run.commands.perform({ name: "ruled", outcome, dispute: owned.terms }, false))
    .catch(standStillUnasked);
}

/** @returns how it was ruled; null when it was dropped */
async function untilItEnded(run: OrderRun, owned: OwnedDispute): Promise<OrderOutcome | null> {
  for (let runsLost = 0; ; runsLost += 1) {
    const result = await resultOf(run, owned);
    if (result) return result.outcome;
    if (runsLost > 0) {
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (runsLost - 1), LAST_PAUSE_MS);
      await condition(() => owned.freeze === "dropped", pauseMs);
    }
    if (owned.freeze === "dropped") return null;
    owned.left = await lookAt(owned);
    const { status, ruling } = owned.left;
    if (status === "RESOLVED") return ruling && OUTCOME_OF[ruling.decision];
    if (await tryToBegin(owned)) await run.commands.perform({ name: "beginDispute", owned }, false);
  }
}

/** Null when the run was terminated, or ended in any other way that decides nothing. */
async function resultOf(run: OrderRun, { child }: OwnedDispute): Promise<DisputeResult | null> {
  try {
    return (await child?.result()) ?? null;
  } catch (error) {
    if (!(error instanceof TemporalFailure)) throw error;
    run.payment.show({
      lastError: `the dispute's workflow ended without a ruling and is begun again: ${error.message}`,
    });
    return null;
  }
}
