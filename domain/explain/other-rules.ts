import type { DisputeStatus } from "../dispute/states.ts";
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
