import { upsertSearchAttributes, workflowInfo } from "@temporalio/workflow";
import { type DisputeFact, type DisputeTerms, disputedAmount } from "../../domain/dispute/dispute-facts.ts";
import { OUTCOME_OF, objectionToRuling, type Ruling } from "../../domain/dispute/ruling.ts";
import type { DisputeStatus } from "../../domain/dispute/states.ts";
import type { OrderOutcome } from "../../domain/order/states.ts";
import type { DisputeInput, DisputeView, LeftDispute } from "../contracts/dispute.ts";
import type { Caller } from "../contracts/operating.ts";
import { commandQueue } from "../steps/command-queue.ts";
import { openPayment, stateToSearchFor } from "../steps/payment-run.ts";
import { refusal } from "../steps/step-failure.ts";

/** A decision of support on its way to the contract. */
export interface DecisionToCarryOut {
  readonly name: "resolve";
  readonly key: string;
  readonly ruling: Ruling;
  readonly note: string | null;
  readonly caller: Caller;
}
/** What the main loop takes, one after the other: a decision, or the news that there is nothing to decide. */
export type Deciding = DecisionToCarryOut | { readonly name: "drop" };

/** One dispute while its workflow runs. */
export class DisputeRun {
  readonly terms: DisputeTerms;
  readonly payment;
  readonly commands = commandQueue<Deciding, DisputeView>();
  status: DisputeStatus = "OPEN";
  /** Set from the decision on, until it is carried out or given up. */
  ruling: Ruling | null = null;
  /** How many decisions an operator stopped before they were paid. */
  givenUpCount = 0;
  outcome: OrderOutcome | null = null;
  freeze: "pending" | "frozen" | "dropped" = "pending";
  evidence: readonly string[];

  constructor({ dispute, evidence, takenUp }: DisputeInput) {
    this.terms = dispute;
    this.evidence = evidence;
    // what this run writes down must not be taken for what the run before it has written
    const { firstExecutionRunId } = workflowInfo();
    const title = `dispute ${dispute.disputeId} about ${dispute.order.orderId}`;
    this.payment = openPayment(title, takenUp?.status ?? this.status, takenUp && firstExecutionRunId);
    this.payment.show({ waitingFor: "support" });
    if (takenUp) this.#takeUp(takenUp);
  }

  #takeUp({ status, evidence, ruling, givenUpCount, isFrozen }: LeftDispute): void {
    this.status = status;
    this.evidence = evidence;
    this.ruling = ruling;
    this.givenUpCount = givenUpCount;
    if (isFrozen) this.freeze = "frozen";
    if (this.isOver()) this.outcome = ruling && OUTCOME_OF[ruling.decision];
  }

  view(): DisputeView {
    return { disputeId: this.terms.disputeId, status: this.status, decision: this.ruling?.decision ?? null };
  }

  isOver(): boolean {
    return this.status === "RESOLVED";
  }

  /** @throws ApplicationFailure INVALID_STATE unless the dispute stands in one of these */
  refuseUnless(...allowedStates: readonly DisputeStatus[]): void {
    if (allowedStates.includes(this.status)) return;
    const { disputeId } = this.terms;
    const details = { currentState: this.status, allowedStates, disputeId };
    throw refusal("INVALID_STATE", details, `the dispute is ${this.status}`);
  }

  /** @throws ApplicationFailure INVALID_STATE, INVALID_AMOUNT. A decision that is under way may be told again. */
  refuseUnlessDecidable(ruling: Ruling): void {
    const amount = disputedAmount(this.terms);
    const objection = objectionToRuling(ruling, amount);
    if (objection) throw refusal("INVALID_AMOUNT", { amount }, objection);
    if (this.ruling && sameRuling(this.ruling, ruling)) return;
    this.refuseUnless("UNDER_REVIEW");
    if (!this.ruling) return;
    const { disputeId } = this.terms;
    const details = { currentState: this.status, allowedStates: ["UNDER_REVIEW"], disputeId, decision: this.ruling };
    throw refusal("INVALID_STATE", details, "another decision is being carried out");
  }

  isDecidedAs(ruling: Ruling): boolean {
    return this.isOver() && this.ruling !== null && sameRuling(this.ruling, ruling);
  }

  record(fact: DisputeFact, caller: Caller, name?: string): Promise<void> {
    return this.payment.record(fact, caller, name);
  }

  /** Takes note of a status that is written. */
  moveTo(status: DisputeStatus): void {
    this.status = status;
    this.payment.show({ state: status, waitingFor: this.isOver() ? "nothing" : "support" });
    if (!this.isOver()) return;
    upsertSearchAttributes(stateToSearchFor(status));
  }
}

/** A split is the same only with the same amounts. */
export function sameRuling(one: Ruling, other: Ruling): boolean {
  if (one.decision !== "SPLIT" || other.decision !== "SPLIT") return one.decision === other.decision;
  return one.sellerAmount === other.sellerAmount && one.buyerAmount === other.buyerAmount;
}
