import { BANNED_LEDGERS } from "./network.ts";
import type { State } from "./state/state.ts";
import { type Moment, type Rejection, rejectionOf } from "./transactions/check.ts";
import type { ParsedTransaction } from "./transactions/envelope.ts";
import { bidsEnough, feeOffered } from "./transactions/fees.ts";

export type Admission =
  | { readonly status: "PENDING"; readonly replaced: ParsedTransaction | null }
  | { readonly status: "DUPLICATE" | "TRY_AGAIN_LATER" }
  | { readonly status: "ERROR"; readonly rejection: Rejection };

/** A fee bump takes the place of a pending transaction only when it offers ten times its fee. */
const REPLACEMENT_FACTOR = 10n;

/** Transactions that wait for a ledger: one per source account, in the order they came. */
export interface Queue {
  admit(parsed: ParsedTransaction, state: State, moment: Moment): Admission;
  /** For the sandbox's own accounts, which may have many pending. */
  admitOwn(parsed: ParsedTransaction): void;
  /** What was admitted before the process was killed. */
  restore(parsed: ParsedTransaction): void;
  has(hash: string): boolean;
  /** How many of the sandbox's own wait from this account. */
  ownPending(source: string): number;
  /** Empties the queue. */
  takeAll(): ParsedTransaction[];
  ban(hash: string, ledger: number): void;
}

export function createQueue(): Queue {
  const bySource = new Map<string, ParsedTransaction>();
  const own: ParsedTransaction[] = [];
  const bannedUntil = new Map<string, number>();
  const has = (hash: string): boolean =>
    own.some((parsed) => parsed.hash === hash) || [...bySource.values()].some((parsed) => parsed.hash === hash);
  return {
    has,
    restore: (parsed) => void bySource.set(parsed.source.address, parsed),
    admit(parsed, state, moment) {
      if (has(parsed.hash)) return { status: "DUPLICATE" };
      if ((bannedUntil.get(parsed.hash) ?? 0) > moment.sequence) return { status: "TRY_AGAIN_LATER" };
      const pending = bySource.get(parsed.source.address) ?? null;
      const conflict = pending === null ? null : conflictWith(pending, parsed);
      if (conflict !== null) return conflict;
      const rejection = rejectionOf(parsed, state, moment);
      if (rejection !== null) return { status: "ERROR", rejection };
      bySource.set(parsed.source.address, parsed);
      return { status: "PENDING", replaced: pending };
    },
    admitOwn: (parsed) => void own.push(parsed),
    ownPending: (source) => own.filter((parsed) => parsed.source.address === source).length,
    takeAll() {
      const all = [...own, ...bySource.values()];
      own.length = 0;
      bySource.clear();
      return all;
    },
    ban: (hash, ledger) => void bannedUntil.set(hash, ledger + BANNED_LEDGERS),
  };
}

/** Null when the newcomer may replace the pending one. */
function conflictWith(pending: ParsedTransaction, parsed: ParsedTransaction): Admission | null {
  if (parsed.tx.seqNum < pending.tx.seqNum) return refused("txBadSeq", false);
  if (parsed.feeBump === null || parsed.tx.seqNum !== pending.tx.seqNum) return { status: "TRY_AGAIN_LATER" };
  return feeOffered(parsed) >= feeOffered(pending) * REPLACEMENT_FACTOR ? null : refused("txInsufficientFee", true);
}

/** Refused where its bid is below the present price; nodes say so before anything else. */
export const outbid = (parsed: ParsedTransaction, inclusionFeeStroops: bigint): Admission | null =>
  bidsEnough(parsed, inclusionFeeStroops) ? null : refused("txInsufficientFee", parsed.feeBump !== null);

const refused = (code: "txBadSeq" | "txInsufficientFee", ofFeeBump: boolean): Admission => ({
  status: "ERROR",
  rejection: { outcome: { code }, ofFeeBump },
});
