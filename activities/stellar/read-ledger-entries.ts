import { type rpc, xdr } from "@stellar/stellar-sdk";
import { readAnswer } from "./reaching.ts";
import { LedgerEntriesAnswer } from "./wire.ts";

export interface LedgerEntries {
  readonly entries: readonly { readonly key: xdr.LedgerKey; readonly val: xdr.LedgerEntryData }[];
  /** The Stellar ledger of the look. */
  readonly latestLedger: number;
}

/** The entries that exist of those that were asked for. An answer without a list is none: it is not one in which nothing exists. */
export async function readLedgerEntries(server: rpc.Server, keys: readonly xdr.LedgerKey[]): Promise<LedgerEntries> {
  const { entries, latestLedger } = readAnswer(LedgerEntriesAnswer, await server._getLedgerEntries(...keys));
  const decoded = entries.map(({ key, xdr: data }) => ({
    key: xdr.LedgerKey.fromXdr(key, "base64"),
    val: xdr.LedgerEntryData.fromXdr(data, "base64"),
  }));
  return { entries: decoded, latestLedger };
}
