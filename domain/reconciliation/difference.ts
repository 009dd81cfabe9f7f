import type { Stroops } from "../money.ts";
import { formatStroops } from "../money.ts";
import type { PublicEvent } from "../step.ts";

/** What is compared with what. */
export type DifferenceKind =
  /** A user's or the platform's wallet on the chain, with the accounts of our ledger that stand for it. */
  | "wallet_balance"
  /** A contract's USDC, with its order's account in our ledger. */
  | "escrow_balance"
  /** Our account at the fiat provider, with what our ledger says is there. */
  | "fiat_balance"
  /** What users and the operator may claim of the money at the fiat provider, with what our ledger says is there. */
  | "fiat_claims"
  /** The treasury's USDC, with the threshold below which fundings may soon have to wait. */
  | "treasury_low"
  /** The XLM that a platform account can spend, with the threshold below which payments may soon have to wait. */
  | "xlm_low"
  /** A ledger account's balance, with the sum of its postings. */
  | "ledger_balance"
  /** The postings of an entry, with zero. */
  | "ledger_entry"
  /** Money that was booked where nobody expected it. */
  | "suspense"
  /** An event of the token that no release has read yet. */
  | "unread_event"
  /** A transaction that succeeded and has no entry. */
  | "transaction_not_booked"
  /** A transaction whose end nobody knows, long after its time is over. */
  | "transaction_without_outcome";

/** Why, where it can be told. */
export type DifferenceCause =
  | "transaction_in_flight"
  | "deposit_not_followed"
  | "deposit_not_credited"
  /** The second source shows it, and the node leaves it out of events that it still has. */
  | "deposit_not_shown"
  | "transfer_from_outside"
  | "manual_adjustment"
  | "below_threshold"
  | "not_readable"
  | "unexplained";

export interface Difference {
  readonly kind: DifferenceKind;
  /** A user, a platform's role, an order, an account, an entry or a transaction. */
  readonly subject: string;
  readonly expectedStroops: Stroops | null;
  readonly foundStroops: Stroops | null;
  readonly cause: DifferenceCause;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The event that tells of a difference when it is first seen, and when it is gone. */
export function differenceEvent(verb: "found" | "resolved", id: string, difference: Difference): PublicEvent {
  const { kind, subject, cause, expectedStroops, foundStroops } = difference;
  const amount = (stroops: Stroops | null) => (stroops === null ? null : formatStroops(stroops));
  return {
    type: verb === "found" ? "reconciliation.difference_found" : "reconciliation.resolved",
    aggregateType: "Reconciliation",
    aggregateId: id,
    userId: null,
    payload: {
      differenceId: id,
      kind,
      subject,
      cause,
      expected: amount(expectedStroops),
      found: amount(foundStroops),
    },
  };
}
