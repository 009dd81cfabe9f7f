import type { PlatformPayoutTerms } from "../../domain/chain/intent.ts";
import type { PlatformPayoutId } from "../../domain/ids.ts";
import { isPlatformPayoutOver, type PlatformPayoutStatus } from "../../domain/platform-payout/states.ts";
import type { PlatformPayoutCommand, PlatformPayoutView } from "../contracts/platform-payout.ts";
import { commandQueue } from "../steps/command-queue.ts";
import { openPayment } from "../steps/payment-run.ts";
import { refusal } from "../steps/step-failure.ts";

export type PlatformPayoutCommandName = "approve" | "cancel";
export type PlatformPayoutCommandToCarryOut = PlatformPayoutCommand & {
  readonly name: PlatformPayoutCommandName;
  /** Two people's approvals are two commands: the wrong one must not answer for the right one. */
  readonly key: string;
};

/** What a command leads to, when it has been carried out already. */
const DONE_BY: Readonly<Record<PlatformPayoutCommandName, readonly PlatformPayoutStatus[]>> = {
  approve: ["PLATFORM_PAYOUT_PENDING", "PLATFORM_PAYOUT_COMPLETED", "PLATFORM_PAYOUT_FAILED"],
  cancel: ["PLATFORM_PAYOUT_CANCELED"],
};

/** One platform payout while its workflow runs: its terms, where it stands, and the commands that wait. */
export class PlatformPayoutRun {
  readonly platformPayoutId: PlatformPayoutId;
  readonly payment;
  readonly commands = commandQueue<PlatformPayoutCommandToCarryOut, PlatformPayoutView>();
  status: PlatformPayoutStatus = "PLATFORM_PAYOUT_REQUESTED";
  #terms: PlatformPayoutTerms | null = null;

  constructor(platformPayoutId: PlatformPayoutId) {
    this.platformPayoutId = platformPayoutId;
    this.payment = openPayment(`platform payout ${platformPayoutId}`, this.status);
  }

  /** What was asked for. @throws ApplicationFailure NOT_FOUND before the request was accepted */
  terms(): PlatformPayoutTerms {
    const { platformPayoutId } = this;
    if (!this.#terms) throw refusal("NOT_FOUND", { platformPayoutId }, "the platform payout was not opened");
    return this.#terms;
  }

  open(terms: PlatformPayoutTerms): void {
    this.#terms = terms;
  }

  view(): PlatformPayoutView {
    return { platformPayoutId: this.platformPayoutId, status: this.status };
  }

  isFinal(): boolean {
    return isPlatformPayoutOver(this.status);
  }

  /** @throws ApplicationFailure INVALID_STATE */
  refuseUnlessLegal(command: PlatformPayoutCommandName): void {
    this.terms();
    const { status } = this;
    if (status === "PLATFORM_PAYOUT_REQUESTED" || DONE_BY[command].includes(status)) return;
    const details = { currentState: status, allowedStates: ["PLATFORM_PAYOUT_REQUESTED"] };
    throw refusal("INVALID_STATE", details, `${command} is not possible in ${status}`);
  }

  /** Takes note of a status that is written. */
  moveTo(status: PlatformPayoutStatus): void {
    this.status = status;
    this.payment.moveTo(status, this.isFinal());
  }
}
