import { upsertSearchAttributes } from "@temporalio/workflow";
import { isMultiRelease, milestoneAt, type OrderTerms } from "../../domain/chain/intent.ts";
import type { DisputeFact, DisputeTerms } from "../../domain/dispute/dispute-facts.ts";
import type { OrderId } from "../../domain/ids.ts";
import type { MilestoneStatus } from "../../domain/milestone/states.ts";
import { allowedStates, isAchieved, mayStart, type OrderCommandName } from "../../domain/order/commands.ts";
import type { OrderFact } from "../../domain/order/order-facts.ts";
import type { OrderOutcome, OrderStatus } from "../../domain/order/states.ts";
import type { Caller } from "../contracts/operating.ts";
import type { CompleteMilestone, OpenDispute, OrderCommand, OrderView } from "../contracts/order.ts";
import { contractIdKey } from "../contracts/search-attributes.ts";
import { commandQueue } from "../steps/command-queue.ts";
import { openPayment, stateToSearchFor } from "../steps/payment-run.ts";
import { refusal } from "../steps/step-failure.ts";
import type { OwnedDispute } from "./owned-dispute.ts";

/** Where a milestone is once the command has had its effect on it. */
const SETTLED_BY: Partial<Record<OrderCommandName, MilestoneStatus>> = { release: "RELEASED", refund: "REFUNDED" };

type PlainCommandName = Exclude<OrderCommandName, "completeMilestone" | "openDispute">;

export type OrderCommandToCarryOut = { readonly key?: string } & (
  | (OrderCommand & { readonly name: PlainCommandName })
  | (CompleteMilestone & { readonly name: "completeMilestone" })
  | (OpenDispute & { readonly name: "openDispute" })
  /** From the dispute's workflow, which has written it down: the contract has paid as it was decided. */
  | { readonly name: "ruled"; readonly outcome: OrderOutcome; readonly dispute: DisputeTerms }
  /** From a dispute's run that ended too early, where no other one could be started. */
  | { readonly name: "beginDispute"; readonly owned: OwnedDispute }
  /** From a deadline: it is still not funded. */
  | (OrderCommand & { readonly name: "expire" })
);

export interface OrderChange {
  readonly status: OrderStatus;
  readonly outcome?: OrderOutcome;
  readonly contractId?: string;
  readonly dispute?: DisputeTerms;
}

/** One order while its workflow runs: its terms, where it stands, and the commands that wait. */
export class OrderRun {
  readonly orderId: OrderId;
  readonly payment;
  readonly commands = commandQueue<OrderCommandToCarryOut, OrderView>();
  status: OrderStatus = "ORDER_CREATED";
  outcome: OrderOutcome | null = null;
  contractId: string | null = null;
  /** Who had the buyer's money held. */
  holder: Caller | null = null;
  /** True once an escrow was begun, whatever became of it. */
  hasEscrow = false;
  dispute: DisputeTerms | null = null;
  /** Disputes of milestones that are not resolved, by the milestone's place in the contract. */
  readonly milestoneDisputes = new Map<number, DisputeTerms>();
  /** Where each milestone of the order stands, in contract order. */
  milestones: MilestoneStatus[] = [];
  #terms: OrderTerms | null = null;

  constructor(orderId: OrderId) {
    this.orderId = orderId;
    this.payment = openPayment(`order ${orderId}`, this.status);
  }

  /** The agreement. @throws ApplicationFailure ORDER_NOT_FOUND before the opening command was accepted */
  terms(): OrderTerms {
    if (!this.#terms) throw refusal("ORDER_NOT_FOUND", { orderId: this.orderId }, "the order was not opened");
    return this.#terms;
  }

  open(terms: OrderTerms): void {
    this.#terms = terms;
    this.milestones = terms.milestones.map(() => "OPEN");
  }

  /** The contract's id. @throws RangeError before it is on the chain: the state machine lets nobody ask then */
  requireContract(): string {
    if (!this.contractId) throw new RangeError("an order in progress has a contract");
    return this.contractId;
  }

  view(): OrderView {
    const { orderId, status, outcome, contractId, dispute } = this;
    return { orderId, status, outcome, contractId, disputeId: dispute?.disputeId ?? null };
  }

  /** Takes note that the dispute's workflow has closed the order. */
  close(outcome: OrderOutcome): OrderView {
    this.moveTo({ status: "CLOSED", outcome });
    return this.view();
  }

  isClosed(): boolean {
    return this.status === "CLOSED";
  }

  isMultiRelease(): boolean {
    return this.#terms !== null && isMultiRelease(this.#terms);
  }

  /** @param milestoneRef the milestone that the command is about, of a multi-release order */
  isAchieved(command: OrderCommandName, milestoneRef?: string): boolean {
    if (milestoneRef === undefined) return isAchieved(command, this.#situation());
    return this.milestones[this.milestoneIndex(milestoneRef)] === SETTLED_BY[command];
  }

  /** @throws ApplicationFailure INVALID_STATE */
  refuseUnlessLegal(command: OrderCommandName): void {
    const { orderId } = this.terms();
    if (mayStart(command, this.#situation()) || this.isAchieved(command)) return;
    const details = { currentState: this.status, allowedStates: allowedStates(command), orderId };
    throw refusal("INVALID_STATE", details, `${command} is not possible in ${this.status}`);
  }

  /** @throws ApplicationFailure INVALID_STATE unless the order stands there */
  refuseUnlessIn(status: OrderStatus): void {
    if (this.status === status) return;
    const details = { currentState: this.status, allowedStates: [status], orderId: this.orderId };
    throw refusal("INVALID_STATE", details, `the order is ${this.status}`);
  }

  /** The milestone's place in the contract. @throws ApplicationFailure MILESTONE_NOT_FOUND */
  milestoneIndex(ref: string): number {
    const { orderId, milestones } = this.terms();
    const index = milestones.findIndex((milestone) => milestone.ref === ref);
    if (index >= 0) return index;
    throw refusal("MILESTONE_NOT_FOUND", { orderId, milestoneRef: ref }, `there is no milestone ${ref}`);
  }

  /** @throws ApplicationFailure INVALID_STATE unless the milestone stands in one of these */
  refuseUnlessMilestone(index: number, allowed: readonly MilestoneStatus[]): void {
    const currentState = this.milestones[index] ?? "OPEN";
    if (allowed.includes(currentState)) return;
    const { ref } = milestoneAt(this.terms(), index);
    const details = { currentState, allowedStates: allowed, milestoneRef: ref, orderId: this.orderId };
    throw refusal("INVALID_STATE", details, `the milestone ${ref} is ${currentState}`);
  }

  /** Writes a fact once; a refusal by the database's laws fails the command. */
  record(fact: OrderFact | DisputeFact, caller: Caller): Promise<void> {
    return this.payment.record(fact, caller);
  }

  /** Takes note of a status that is written. */
  moveTo(change: OrderChange): void {
    Object.assign(this, change);
    this.payment.show({ state: this.status, ...(this.isClosed() && { waitingFor: "nothing" }) });
    this.#tellOperators(change);
  }

  #situation() {
    const hasOpenMilestone = this.milestones.includes("OPEN");
    return { status: this.status, outcome: this.outcome, hasContract: this.contractId !== null, hasOpenMilestone };
  }

  #tellOperators({ contractId }: OrderChange): void {
    if (!contractId && !this.isClosed()) return;
    upsertSearchAttributes([
      ...(contractId ? [{ key: contractIdKey, value: contractId }] : []),
      ...stateToSearchFor(this.status),
    ]);
  }
}
