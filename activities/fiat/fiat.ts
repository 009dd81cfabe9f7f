import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import type { FiatRail, FiatUser } from "./fiat-rail.ts";

/** The fiat provider of this installation, and what is decided about it here. */
export interface Fiat {
  readonly rail: FiatRail;
  /** Why the provider's rules, or ours, let this user not be part of the payment; null when nothing speaks against it. */
  readonly objectionTo: (user: FiatUser, payment: FiatPayment) => string | null;
  /** The most that is paid out in a day (UTC), two decimals; null: no limit of ours. */
  readonly dailyPayoutMax: string | null;
  /** Below this the treasury is told to be low. */
  readonly treasuryLowStroops: bigint;
  /** The base of the routes to which the provider sends users back. */
  readonly callbackBaseUrl: string;
}

export interface FiatPayment {
  readonly direction: "in" | "out";
  /** Two decimals. */
  readonly amount: string;
}

/** @throws StepFailure STATE_UNEXPECTED where this installation moves crypto only */
export function fiatOf({ fiat }: Pick<ActivityDeps, "fiat">): Fiat {
  if (!fiat)
    throw new StepFailure("STATE_UNEXPECTED", "this installation has no fiat provider: PAYMENT_PROVIDER=crypto");
  return fiat;
}
