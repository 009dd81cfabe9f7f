/** What of a signed transaction decides whether it can still apply. */
export interface Mortal {
  readonly hash: string;
  readonly sequence: bigint;
  /** Unix seconds of chain time. */
  readonly maxTimeSeconds: number;
  /** The newest Stellar ledger before it was signed. */
  readonly preparedLedger: number;
}

/** What was seen of a transaction that two sources do not know. */
export interface Absence {
  readonly latestLedger: number;
  readonly latestCloseTimeSeconds: number;
  readonly oldestLedger: number;
  /** Sequence number of the source account now; null when the account is gone. */
  readonly accountSequence: bigint | null;
}

/** Evidence that a transaction was not applied and never can be. The only thing that lets a new one be signed. */
export interface ProofOfDeath {
  readonly hash: string;
  readonly reason: "EXPIRED" | "SEQUENCE_CONSUMED";
  readonly maxTimeSeconds: number;
  readonly latestLedger: number;
  readonly latestCloseTimeSeconds: number;
  readonly oldestLedger: number;
  readonly preparedLedger: number;
  readonly accountSequence: string | null;
}

/**
 * Judges an absence. It proves nothing unless the node's history reaches back to before the transaction could be sent. Then
 * either its time has passed on the chain, or its sequence number is used by another transaction: in both cases it can never
 * apply. A number that is used while time still runs may be our own transaction, not indexed yet: that is not a proof.
 */
export function proveDeath(attempt: Mortal, absence: Absence): ProofOfDeath | null {
  const historyCovers = absence.oldestLedger <= attempt.preparedLedger;
  const timeHasPassed = absence.latestCloseTimeSeconds > attempt.maxTimeSeconds;
  if (!historyCovers || !timeHasPassed) return null;
  const isConsumed = absence.accountSequence !== null && absence.accountSequence >= attempt.sequence;
  return {
    hash: attempt.hash,
    reason: isConsumed ? "SEQUENCE_CONSUMED" : "EXPIRED",
    maxTimeSeconds: attempt.maxTimeSeconds,
    latestLedger: absence.latestLedger,
    latestCloseTimeSeconds: absence.latestCloseTimeSeconds,
    oldestLedger: absence.oldestLedger,
    preparedLedger: attempt.preparedLedger,
    accountSequence: absence.accountSequence?.toString() ?? null,
  };
}
