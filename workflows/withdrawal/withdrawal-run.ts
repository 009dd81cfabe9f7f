import type { HoldAll } from "../../activities/storage/hold-all.ts";
import type { PayoutTerms } from "../../domain/chain/intent.ts";
import type { WithdrawalId } from "../../domain/ids.ts";
import { isWithdrawalOver, type WithdrawalStatus } from "../../domain/withdrawal/states.ts";
import type { WithdrawalFact } from "../../domain/withdrawal/withdrawal-facts.ts";
import { storage } from "../activity-options.ts";
import type { Caller } from "../contracts/operating.ts";
import type { WithdrawalCommand, WithdrawalView } from "../contracts/withdrawal.ts";
import { commandQueue } from "../steps/command-queue.ts";
import { untilWorthALook } from "../steps/fiat-step.ts";
import { openPayment } from "../steps/payment-run.ts";
import { apiErrorOf, refusal } from "../steps/step-failure.ts";

export type WithdrawalCommandName = "commit" | "cancel" | "refresh";
export type WithdrawalCommandToCarryOut = WithdrawalCommand & { readonly name: WithdrawalCommandName };

/** One withdrawal while its workflow runs: its terms, where it stands, and the commands that wait. */
export class WithdrawalRun {
  readonly withdrawalId: WithdrawalId;
  readonly payment;
  readonly commands = commandQueue<WithdrawalCommandToCarryOut, WithdrawalView>();
  status: WithdrawalStatus = "WITHDRAWAL_CREATED";
  /** Of the fiat provider's payout, once it exists. */
  payoutId: string | null = null;
  #opened: { readonly payout: PayoutTerms; readonly caller: Caller } | null = null;
  #looks = 0;

  constructor(withdrawalId: WithdrawalId) {
    this.withdrawalId = withdrawalId;
    this.payment = openPayment(`withdrawal ${withdrawalId}`, this.status);
  }

  /** The agreement. @throws ApplicationFailure WITHDRAWAL_NOT_FOUND before the opening command was accepted */
  payout(): PayoutTerms {
    return this.#whenOpen().payout;
  }

  /** Who asked for it. */
  opener(): Caller {
    return this.#whenOpen().caller;
  }

  open(payout: PayoutTerms, caller: Caller): void {
    this.#opened = { payout, caller };
  }

  /** True while the fiat provider has it: then it is the provider who says what happens. */
  isAtProvider(): boolean {
    return this.payoutId !== null && !this.isFinal();
  }

  /** Waits for the provider, a command, or time. False when a command came first. */
  async isWorthALook(): Promise<boolean> {
    const isTime = await untilWorthALook(this.payment, () => this.commands.isWaiting(), this.#looks);
    if (isTime) this.#looks += 1;
    return isTime;
  }

  view(): WithdrawalView {
    return { withdrawalId: this.withdrawalId, status: this.status };
  }

  isFinal(): boolean {
    return isWithdrawalOver(this.status);
  }

  /** @throws ApplicationFailure WITHDRAWAL_NOT_COMMITTABLE, INVALID_STATE */
  refuseUnlessLegal(command: WithdrawalCommandName): void {
    this.payout();
    const { status } = this;
    if (status === "WITHDRAWAL_CREATED" || command === "refresh") return;
    if (command === "cancel" && (status === "WITHDRAWAL_CANCELED" || this.isAtProvider())) return;
    const message = `${command} is not possible in ${status}`;
    if (command === "commit") throw refusal("WITHDRAWAL_NOT_COMMITTABLE", { currentStatus: status }, message);
    throw refusal("INVALID_STATE", { currentState: status, allowedStates: ["WITHDRAWAL_CREATED"] }, message);
  }

  /** Writes a fact once; a refusal by the database's laws fails the command. */
  record(fact: WithdrawalFact, caller: Caller): Promise<void> {
    return this.payment.record(fact, caller);
  }

  /** Holds everything that is available; a refusal fails the command. */
  async holdAll(asked: Omit<HoldAll, "key">): Promise<PayoutTerms> {
    const key = this.payment.stepKey("withdrawalCreated");
    const { amount } = await storage.storageHoldAll({ key, ...asked }).catch((error: unknown) => {
      throw apiErrorOf(error) ?? error;
    });
    return { ...asked.payout, amount };
  }

  /** Takes note of a status that is written. */
  moveTo(status: WithdrawalStatus): void {
    this.status = status;
    this.payment.moveTo(status, this.isFinal());
  }

  #whenOpen() {
    const { withdrawalId } = this;
    if (!this.#opened) throw refusal("WITHDRAWAL_NOT_FOUND", { withdrawalId }, "the withdrawal was not opened");
    return this.#opened;
  }
}
