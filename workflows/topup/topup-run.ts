import type { TopUpId } from "../../domain/ids.ts";
import { isTopUpOver, type TopUpStatus } from "../../domain/topup/states.ts";
import type { TopUpFact, TopUpTerms } from "../../domain/topup/topup-facts.ts";
import type { Caller } from "../contracts/operating.ts";
import type { TopUpCommand, TopUpView } from "../contracts/topup.ts";
import { commandQueue } from "../steps/command-queue.ts";
import { untilWorthALook } from "../steps/fiat-step.ts";
import { openPayment } from "../steps/payment-run.ts";
import { refusal } from "../steps/step-failure.ts";

export type TopUpCommandToCarryOut = TopUpCommand & { readonly name: "cancel" | "refresh" };

/** One top-up while its workflow runs: its terms, where it stands, and the commands that wait. */
export class TopUpRun {
  readonly topUpId: TopUpId;
  readonly payment;
  readonly commands = commandQueue<TopUpCommandToCarryOut, TopUpView>();
  status: TopUpStatus = "TOPUP_CREATED";
  /** Of the provider's payment, once it exists. */
  payinId: string | null = null;
  #opened: { readonly topUp: TopUpTerms; readonly caller: Caller } | null = null;
  #looks = 0;

  constructor(topUpId: TopUpId) {
    this.topUpId = topUpId;
    this.payment = openPayment(`top-up ${topUpId}`, this.status);
  }

  /** The agreement. @throws ApplicationFailure TOPUP_NOT_FOUND before the opening command was accepted */
  terms(): TopUpTerms {
    return this.#whenOpen().topUp;
  }

  open(topUp: TopUpTerms, caller: Caller): void {
    this.#opened = { topUp, caller };
  }

  view(): TopUpView {
    return { topUpId: this.topUpId, status: this.status };
  }

  async viewAfter(what: (run: TopUpRun) => Promise<void>): Promise<TopUpView> {
    if (!this.isFinal()) await what(this);
    return this.view();
  }

  isFinal(): boolean {
    return isTopUpOver(this.status);
  }

  /** Waits for the provider, the user, or time. False when a command came first. */
  async isWorthALook(): Promise<boolean> {
    const isTime = await untilWorthALook(this.payment, () => this.commands.isWaiting(), this.#looks);
    if (isTime) this.#looks += 1;
    return isTime;
  }

  /** @throws ApplicationFailure INVALID_STATE */
  refuseUnlessCancelable(): void {
    this.terms();
    if (["TOPUP_CREATED", "TOPUP_AWAITING_USER_CONFIRMATION", "TOPUP_CANCELED"].includes(this.status)) return;
    const allowedStates = ["TOPUP_AWAITING_USER_CONFIRMATION"];
    throw refusal("INVALID_STATE", { currentState: this.status, allowedStates }, "it is too late to cancel");
  }

  /** Writes a fact once, on behalf of who opened it unless somebody else says so; a law of the database fails the command. */
  async record(fact: TopUpFact, to: TopUpStatus, caller: Caller = this.#whenOpen().caller): Promise<void> {
    await this.payment.record(fact, caller);
    this.moveTo(to);
  }

  /** Takes note of a status that is written. */
  moveTo(status: TopUpStatus): void {
    this.status = status;
    this.payment.moveTo(status, this.isFinal());
  }

  #whenOpen() {
    const { topUpId } = this;
    if (!this.#opened) throw refusal("TOPUP_NOT_FOUND", { topUpId }, "the top-up was not opened");
    return this.#opened;
  }
}
