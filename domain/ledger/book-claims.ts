import type { Stroops } from "../money.ts";
import { ledgerAccounts } from "./accounts.ts";
import { entry, type LedgerEntry } from "./entry.ts";

/** Somebody on whose behalf the treasury paid or was paid. */
export interface Claim {
  readonly account: string;
  /** Decimal stroops of this claim; null for everything that the other claims leave. */
  readonly stroops: string | null;
}

/**
 * A treasury moves its own USDC for users whose money is at Airtm. What it paid for them, they give up there, and it is the
 * operator's from then on; what it was paid for them is theirs there. So after every entry the users' balances are backed
 * at Airtm, and the escrows on Stellar.
 * @throws RangeError when the fixed claims exceed what moved
 */
export function withClaims(moved: LedgerEntry, claims: readonly Claim[]): LedgerEntry {
  const change = moved.postings.find(({ account }) => account === ledgerAccounts.backingStellar)?.stroops ?? 0n;
  if (change === 0n) return moved;
  return entry(moved.kind, [...moved.postings, ...sharesOf(change, claims)]);
}

function sharesOf(change: Stroops, claims: readonly Claim[]) {
  const fixed = claims.flatMap(({ stroops }) => (stroops === null ? [] : [BigInt(stroops)]));
  const rest = change - fixed.reduce((sum, share) => sum + share, 0n);
  if (change > 0n && rest < 0n) throw new RangeError("the treasury was paid less than is claimed of it");
  const shares = claims.map(({ account, stroops }) => ({
    account,
    stroops: stroops === null ? rest : BigInt(stroops),
  }));
  return [...shares, { account: ledgerAccounts.backingAirtm, stroops: -change }];
}
