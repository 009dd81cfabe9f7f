import { Keypair, type rpc, xdr } from "@stellar/stellar-sdk";
import { readLedgerEntries } from "./read-ledger-entries.ts";

/** The sequence numbers of up to 200 accounts, in one look at one ledger; an account that is not on the chain has none. */
export async function readAccountsSequence(
  server: rpc.Server,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const { entries } = await readLedgerEntries(server, addresses.map(accountKey));
  const found = new Map<string, bigint>();
  for (const { key, val } of entries) {
    if (val.type === "account") found.set(key.toXdr("base64"), val.account.seqNum);
  }
  return new Map(
    addresses.flatMap((address) => {
      const sequence = found.get(accountKey(address).toXdr("base64"));
      return sequence === undefined ? [] : [[address, sequence] as const];
    }),
  );
}

const accountKey = (address: string): xdr.LedgerKey =>
  xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId: Keypair.fromPublicKey(address).xdrAccountId() }));
