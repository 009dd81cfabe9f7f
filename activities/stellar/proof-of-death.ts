/** What of a signed transaction decides whether it can still apply. */
export interface Mortal {
  readonly hash: string;
  readonly sequence: bigint;
  /** Unix seconds of chain time. */
  readonly maxTimeSeconds: number;
  /** The newest Stellar ledger before it was signed. */
  readonly preparedLedger: number;
}

/** What one source showed, which does not know the transaction. */
export interface Absence {
  /** Its host. Two absences of one source are one. */
  readonly source: string;
  readonly latestLedger: number;
  readonly latestCloseTimeSeconds: number;
  readonly oldestLedger: number;
  /** Sequence number of the source account at that ledger or later; null when the account is gone. */
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
  /** Who said so, and by what: its history of that time, or the number that is still unused. */
  readonly witnesses: readonly { readonly source: string; readonly by: "history" | "unused-number" }[];
}

const WITNESSES_MIN = 2;

/**
 * Judges absences; two sources must say the same. Each says it in one of two ways, both after the transaction's time has
 * passed on the chain, so that it can never apply any more: its history reaches back to before the transaction could be sent
 * and does not hold it, or its account's sequence number has not reached ours, which every applied transaction uses up.
 * A number that is used says nothing without history: it may have been our own transaction.
 */
export function proveDeath(attempt: Mortal, absences: readonly Absence[]): ProofOfDeath | null {
  const witnesses = absences.flatMap((absence) => {
    const by = testimony(attempt, absence);
    return by === null ? [] : [{ absence, by }];
  });
  const [first] = witnesses;
  if (!first || new Set(witnesses.map(({ absence }) => absence.source)).size < WITNESSES_MIN) return null;
  const { latestLedger, latestCloseTimeSeconds, oldestLedger, accountSequence } = first.absence;
  const isConsumed = accountSequence !== null && accountSequence >= attempt.sequence;
  return {
    hash: attempt.hash,
    reason: isConsumed ? "SEQUENCE_CONSUMED" : "EXPIRED",
    maxTimeSeconds: attempt.maxTimeSeconds,
    latestLedger,
    latestCloseTimeSeconds,
    oldestLedger,
    preparedLedger: attempt.preparedLedger,
    accountSequence: accountSequence?.toString() ?? null,
    witnesses: witnesses.map(({ absence, by }) => ({ source: absence.source, by })),
  };
}

function testimony(attempt: Mortal, absence: Absence): "history" | "unused-number" | null {
  if (absence.latestCloseTimeSeconds <= attempt.maxTimeSeconds) return null;
  if (absence.latestLedger <= attempt.preparedLedger) return null; // of another network, or one that began anew
  if (absence.oldestLedger <= attempt.preparedLedger) return "history";
  const isUnused = absence.accountSequence !== null && absence.accountSequence < attempt.sequence;
  return isUnused ? "unused-number" : null;
}
