import { Keypair, type rpc, xdr } from "@stellar/stellar-sdk";
import { readLedgerEntries } from "./read-ledger-entries.ts";
import { type ChainSettings, usdcAsset } from "./settings.ts";

export interface WalletHoldings {
  /** The Stellar ledger of the look. */
  readonly ledger: number;
  readonly stroopsOf: (address: string) => bigint;
}

export async function readWalletsUsdc(
  server: rpc.Server,
  settings: ChainSettings,
  addresses: readonly string[],
): Promise<WalletHoldings> {
  const keys = addresses.map((address) => trustlineKey(address, settings));
  const { entries, latestLedger } = await readLedgerEntries(server, keys);
  const held = new Map<string, bigint>();
  for (const { key, val } of entries) {
    if (val.type === "trustline") held.set(key.toXdr("base64"), val.trustLine.balance);
  }
  const stroops = new Map(addresses.map((address, index) => [address, held.get(keys[index]?.toXdr("base64") ?? "")]));
  return { ledger: latestLedger, stroopsOf: (address) => stroops.get(address) ?? 0n };
}

function trustlineKey(address: string, settings: ChainSettings): xdr.LedgerKey {
  const accountId = Keypair.fromPublicKey(address).xdrAccountId();
  const asset = usdcAsset(settings).toTrustLineXdrObject();
  return xdr.LedgerKey.trustline(new xdr.LedgerKeyTrustLine({ accountId, asset }));
}
