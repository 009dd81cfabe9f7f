import type { Stroops } from "../money.ts";

/** What one look at a wallet or a contract showed: our ledger first, then the chain. */
export interface Look {
  readonly ledgerStroops: Stroops;
  /** Grows with every posting. */
  readonly ledgerVersion: bigint;
  readonly chainStroops: Stroops;
  /** Transactions that touch it and have no known end. */
  readonly unsettledCount: number;
}

export type LookVerdict = "agrees" | "differs" | "in-motion";

/**
 * Judges two looks, one after the other. Money in flight shows as a difference for a moment, so only one counts that both
 * looks show alike, with nothing in flight at either and no posting between them.
 */
export function compareLooks(first: Look, second: Look): LookVerdict {
  if (first.unsettledCount > 0 || second.unsettledCount > 0) return "in-motion";
  if (second.ledgerStroops === second.chainStroops) return "agrees";
  const isUntouched = first.ledgerVersion === second.ledgerVersion;
  return isUntouched && first.chainStroops === second.chainStroops ? "differs" : "in-motion";
}
