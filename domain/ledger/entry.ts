import type { Stroops } from "../money.ts";

/** One line of an entry: money comes into the account (positive) or leaves it (negative). */
export interface Posting {
  readonly account: string;
  readonly stroops: Stroops;
}

/** A balanced movement of money: at least two postings that sum to zero. */
export interface LedgerEntry {
  readonly kind: EntryKind;
  readonly postings: readonly Posting[];
}

export const ENTRY_KINDS = [
  "deposit",
  "top-up",
  "reserve",
  "cancel",
  "fund",
  "release",
  "refund",
  "split",
  "hold",
  "withdraw",
  "return",
  "adjust",
  "treasury",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Moves an amount between two accounts. @throws RangeError unless the amount is above zero */
export function transfer(kind: EntryKind, from: string, to: string, stroops: Stroops): LedgerEntry {
  if (stroops <= 0n) throw new RangeError(`a ${kind} must move money`);
  return entry(kind, [
    { account: from, stroops: -stroops },
    { account: to, stroops },
  ]);
}

/**
 * Builds an entry of one line per account, leaving out lines of zero.
 * @throws RangeError when it does not balance or moves nothing
 */
export function entry(kind: EntryKind, postings: readonly Posting[]): LedgerEntry {
  const sums = new Map<string, Stroops>();
  for (const { account, stroops } of postings) sums.set(account, (sums.get(account) ?? 0n) + stroops);
  const lines = [...sums].map(([account, stroops]) => ({ account, stroops })).filter(({ stroops }) => stroops !== 0n);
  const sum = lines.reduce((total, posting) => total + posting.stroops, 0n);
  if (sum !== 0n) throw new RangeError(`the postings of a ${kind} do not balance: ${sum}`);
  if (lines.length < 2) throw new RangeError(`a ${kind} must move money`);
  return { kind, postings: lines };
}
