import { Keypair, type rpc, xdr } from "@stellar/stellar-sdk";
import { toBalances } from "./read-account.ts";
import { readLedgerEntries } from "./read-ledger-entries.ts";

/** What each account can spend above its reserve; those that do not exist are missing. */
export async function readWalletsXlm(
  server: rpc.Server,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  if (addresses.length === 0) return new Map();
  const keys = new Map(addresses.map((address) => [accountKey(address).toXdr("base64"), address]));
  const { entries } = await readLedgerEntries(server, addresses.map(accountKey));
  return new Map(
    entries.flatMap(({ key, val }) => {
      const address = keys.get(key.toXdr("base64"));
      if (address === undefined || val.type !== "account") return [];
      const { xlmStroops, minimumXlmStroops } = toBalances(val.account);
      return [[address, xlmStroops - minimumXlmStroops] as const];
    }),
  );
}

const accountKey = (address: string): xdr.LedgerKey =>
  xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId: Keypair.fromPublicKey(address).xdrAccountId() }));
