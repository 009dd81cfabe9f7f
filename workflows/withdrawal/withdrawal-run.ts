import { upsertSearchAttributes } from "@temporalio/workflow";
import type { PayoutTerms } from "../../domain/chain/intent.ts";
import type { WithdrawalId } from "../../domain/ids.ts";
import type { WithdrawalStatus } from "../../domain/withdrawal/states.ts";
import type { WithdrawalFact } from "../../domain/withdrawal/withdrawal-facts.ts";
import { storage } from "../activity-options.ts";
import type { Caller } from "../contracts/operating.ts";
import { paymentStateKey, stateSinceKey } from "../contracts/search-attributes.ts";
import type { WithdrawalCommand, WithdrawalInput, WithdrawalView } from "../contracts/withdrawal.ts";
import { type CommandQueue, commandQueue } from "../steps/command-queue.ts";
import { openPayment, type PaymentRun } from "../steps/payment-run.ts";
import { apiErrorOf, refusal } from "../steps/step-failure.ts";
import { handleCommands } from "./withdrawal-commands.ts";
import { handleCreation } from "./withdrawal-opening.ts";

export type WithdrawalCommandName = "commit" | "cancel";
export type WithdrawalCommandToCarryOut = WithdrawalCommand & { readonly name: WithdrawalCommandName };

/** One withdrawal while its workflow runs. */
export interface WithdrawalRun {
  readonly withdrawalId: WithdrawalId;
  readonly payment: PaymentRun;
  readonly commands: CommandQueue<WithdrawalCommandToCarryOut, WithdrawalView>;
  readonly status: WithdrawalStatus;
  /** @throws before the opening command was accepted */
  payout(): PayoutTerms;
  open(payout: PayoutTerms): void;
  /** Waits for the opening command; false when none was accepted in time. */
  isOpened(): Promise<boolean>;
  isFinal(): boolean;
  record(fact: WithdrawalFact, caller: Caller): Promise<void>;
  moveTo(status: WithdrawalStatus): void;
}

const FINAL: readonly WithdrawalStatus[] = ["WITHDRAWAL_COMPLETED", "WITHDRAWAL_FAILED", "WITHDRAWAL_CANCELED"];

export function openWithdrawal({ withdrawalId }: WithdrawalInput): WithdrawalRun {
  const payment = openPayment(`withdrawal ${withdrawalId}`, "WITHDRAWAL_CREATED");
  let status: WithdrawalStatus = "WITHDRAWAL_CREATED";
  let payout: PayoutTerms | null = null;
  const run: WithdrawalRun = {
    withdrawalId,
    payment,
    commands: commandQueue(),
    get status() {
      return status;
    },
    payout() {
      if (!payout) throw refusal("WITHDRAWAL_NOT_FOUND", { withdrawalId }, "the withdrawal was not opened");
      return payout;
    },
    open(agreed) {
      payout = agreed;
    },
    isOpened: () => opening.isOpened(),
    isFinal: () => FINAL.includes(status),
    async record(fact, caller) {
      try {
        await storage.storageRecordFact({ key: payment.factKey(fact.kind), caller, fact });
      } catch (error) {
        throw apiErrorOf(error) ?? error;
      }
    },
    moveTo(next) {
      status = next;
      payment.show({ state: status, ...(run.isFinal() && { waitingFor: "nothing" }) });
      if (!FINAL.includes(status)) return;
      upsertSearchAttributes([
        { key: paymentStateKey, value: status },
        { key: stateSinceKey, value: new Date() },
      ]);
    },
  };
  const opening = handleCreation(run);
  handleCommands(run);
  return run;
}

export function viewOf(run: WithdrawalRun): WithdrawalView {
  return { withdrawalId: run.withdrawalId, status: run.status };
}
