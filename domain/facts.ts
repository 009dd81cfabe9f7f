import type { ChainReceipt } from "./chain/intent.ts";
import { type DisputeFact, disputeStep } from "./dispute/dispute-facts.ts";
import { type OrderFact, orderStep } from "./order/order-facts.ts";
import { type PlatformPayoutFact, platformPayoutStep } from "./platform-payout/platform-payout-facts.ts";
import { type RefillFact, refillStep } from "./refill/refill-facts.ts";
import type { Step } from "./step.ts";
import { type TopUpFact, topUpStep } from "./topup/topup-facts.ts";
import { type WalletFact, walletStep } from "./wallet-facts.ts";
import { type WithdrawalFact, withdrawalStep } from "./withdrawal/withdrawal-facts.ts";

/** Something that happened to a payment; plain JSON, so that a workflow can hand it to an activity. */
export type Fact = OrderFact | DisputeFact | TopUpFact | WithdrawalFact | WalletFact | RefillFact | PlatformPayoutFact;

/** What a fact changes in our books. */
export function stepOf(fact: Fact, receipt: ChainReceipt | null): Step {
  if ("order" in fact) return orderStep(fact, receipt);
  if ("dispute" in fact) return disputeStep(fact, receipt);
  if ("topUp" in fact) return topUpStep(fact);
  if ("payout" in fact) return withdrawalStep(fact, receipt);
  if ("platformPayout" in fact) return platformPayoutStep(fact, receipt);
  if ("refill" in fact) return refillStep(fact);
  return walletStep(fact);
}
