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
  const sums = new Map<string, Stroops>();
  const add = (account: string, stroops: Stroops) => sums.set(account, (sums.get(account) ?? 0n) + stroops);
  for (const transfer of transfers) {
    add(accountOf(transfer.from), -transfer.stroops);
    add(accountOf(transfer.to), transfer.stroops);
  }
  return entry(
    kind,
    [...sums].map(([account, stroops]) => ({ account, stroops })),
  );
}
