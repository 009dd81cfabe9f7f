import type { DisputeStatus } from "../dispute/states.ts";
import type { TopUpStatus } from "../topup/states.ts";
import type { WithdrawalStatus } from "../withdrawal/states.ts";
import type { StateRule } from "./situation.ts";

const finished = (why: string): StateRule => ({ waitingFor: "nothing", whoMustAct: "nobody", why });
const system = (why: string): StateRule => ({ waitingFor: "system", whoMustAct: "nobody", why });
const support = (why: string): StateRule => ({ waitingFor: "support", whoMustAct: "support", why });
const command = (why: string): StateRule => ({ waitingFor: "command", whoMustAct: "marketplace", why });

/** What each state of a withdrawal waits for while no step is under way. */
export const WITHDRAWAL_RULES = {
  WITHDRAWAL_CREATED: command("The money is held and nothing is sent: the withdrawal can be committed or canceled."),
  WITHDRAWAL_COMMITTED: system("The withdrawal is committed and is being handed to the provider."),
  WITHDRAWAL_PENDING: system("The payment is on its way."),
  WITHDRAWAL_PENDING_USER_ACTION: command("The provider waits until the user acts there."),
  WITHDRAWAL_COMPLETED: finished("The withdrawal is complete: the money has arrived."),
  WITHDRAWAL_FAILED: finished("The withdrawal failed for good, and the money is back in the user's balance."),
  WITHDRAWAL_CANCELED: finished("The withdrawal was canceled before anything was sent; the money is back."),
} as const satisfies Record<WithdrawalStatus, StateRule>;

const provider = (whoMustAct: "nobody" | "user", why: string): StateRule => ({
  waitingFor: "provider",
  whoMustAct,
  why,
});

/** What each state of a withdrawal to Airtm waits for while no step is under way. */
export const FIAT_WITHDRAWAL_RULES = {
  WITHDRAWAL_CREATED: command("The money is held and Airtm knows nothing of it: it can be committed or canceled."),
  WITHDRAWAL_COMMITTED: system("The withdrawal is committed and is being handed to Airtm."),
  WITHDRAWAL_PENDING: provider(
    "nobody",
    "Airtm has the payout and has not said that it arrived; it is asked again by itself.",
  ),
  WITHDRAWAL_PENDING_USER_ACTION: provider("user", "Airtm waits until the user acts in their Airtm account."),
  WITHDRAWAL_COMPLETED: finished("The withdrawal is complete: Airtm has paid it out."),
  WITHDRAWAL_FAILED: finished(
    "The withdrawal failed, and the money is back in the user's balance. Should Airtm pay it after all, it is taken back.",
  ),
  WITHDRAWAL_CANCELED: finished(
    "The withdrawal was canceled, and the money is back. Should Airtm pay it after all, it is taken back.",
  ),
} as const satisfies Record<WithdrawalStatus, StateRule>;

/** What each state of a top-up waits for while no step is under way. */
export const TOPUP_RULES = {
  TOPUP_CREATED: system("Airtm is being asked to take the payment."),
  TOPUP_AWAITING_USER_CONFIRMATION: provider("user", "The user has not confirmed the payment at Airtm yet."),
  TOPUP_PROCESSING: provider(
    "nobody",
    "The user has confirmed, and Airtm takes the payment; it is asked again by itself.",
  ),
  TOPUP_SUCCEEDED: finished("The top-up is complete: the money is in the user's balance."),
  TOPUP_FAILED: finished("The top-up failed, and nothing was taken. Should Airtm take it after all, it is credited."),
  TOPUP_CANCELED: finished(
    "The top-up was canceled, and nothing was taken. Should Airtm take it after all, it is credited.",
  ),
} as const satisfies Record<TopUpStatus, StateRule>;

/** @param expiresAt ISO time after which Airtm cancels what nobody confirmed; null where it is not known */
export function topUpRule(status: TopUpStatus, expiresAt: string | null): StateRule {
  const rule = TOPUP_RULES[status];
  if (status !== "TOPUP_AWAITING_USER_CONFIRMATION" || expiresAt === null) return rule;
  return { ...rule, why: `${rule.why} They can until ${expiresAt}; then Airtm cancels it.` };
}

/** What each state of a dispute waits for while no step is under way. */
export const DISPUTE_RULES = {
  OPEN: support("Nobody of support has taken the dispute yet."),
  UNDER_REVIEW: support("Support looks at the dispute and has not decided yet."),
  RESOLVED: finished("The dispute is resolved; nothing is left to do."),
} as const satisfies Record<DisputeStatus, StateRule>;

/** `MISSING`: the user is there and their key is not made yet. */
export type WalletState = "MISSING" | "CREATED" | "ACTIVE";

/** What each state of a wallet waits for while no step is under way. */
export const WALLET_RULES = {
  MISSING: system("The wallet's key is not made yet; the gateway asks for it again every few seconds."),
  CREATED: system("The wallet has a key; its account and trustline are being put on the chain."),
  ACTIVE: finished("The wallet is active on the chain."),
} as const satisfies Record<WalletState, StateRule>;
