import type { Stroops } from "../money.ts";
import { ledgerAccounts } from "./accounts.ts";
import { type EntryKind, entry, type LedgerEntry } from "./entry.ts";

/** A transfer of USDC as the chain reports it. */
export interface ChainTransfer {
  readonly from: string;
  readonly to: string;
  readonly stroops: Stroops;
}

/**
 * Books what the chain really moved: each address is an account of ours, netted per account, to the stroop. An address that
 * nobody expected is booked as unexplained, so that the entry always balances and the difference is seen.
 * @param accounts ledger account by Stellar address
 */
export function bookTransfers(
  kind: EntryKind,
  transfers: readonly ChainTransfer[],
  accounts: Readonly<Record<string, string>>,
): LedgerEntry {
  const accountOf = (address: string) => accounts[address] ?? ledgerAccounts.unexplained;
  const legs = transfers.flatMap(({ from, to, stroops }) => [
    { account: accountOf(from), stroops: -stroops },
    { account: accountOf(to), stroops },
  ]);
  return entry(kind, legs);
}

/**
 * Adds what an account had received without our knowing: it paid out more than our book of it held, so the difference came
 * in from outside, and is booked as having come in.
 * @param heldStroops our book of the account before this entry
 */
export function withUnaskedIncome(moved: LedgerEntry, account: string, heldStroops: Stroops): LedgerEntry {
  const paid = moved.postings.find((posting) => posting.account === account)?.stroops ?? 0n;
  const income = -paid - heldStroops;
  if (income <= 0n) return moved;
  const postings = moved.postings.map((posting) =>
    posting.account === account ? { account, stroops: -heldStroops } : posting,
  );
  return entry(moved.kind, [...postings, { account: ledgerAccounts.stellar, stroops: -income }]);
}
