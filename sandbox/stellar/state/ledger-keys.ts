import { Address, type Asset, xdr } from "@stellar/stellar-sdk";
import { accountOf, assetName, assetOf, toPublicKey } from "../addresses.ts";
import { symbol } from "../contracts/values.ts";
import { type Entry, keyOf } from "./entries.ts";

/** Our key of a network ledger key; null for kinds that this ledger has not. */
export function keyOfLedgerKey(key: xdr.LedgerKey): string | null {
  switch (key.type) {
    case "account":
      return keyOf.account(accountOf(key.account.accountId));
    case "trustline":
      if (key.trustLine.asset.type === "assetTypePoolShare") return null;
      return keyOf.trustline(accountOf(key.trustLine.accountId), assetName(key.trustLine.asset));
    case "data":
      return keyOf.data(accountOf(key.data.accountId), key.data.dataName.toString());
    case "claimableBalance":
      return keyOf.claimable(key.claimableBalance.balanceId.toXdr("hex"));
    case "contractData":
      return keyOfContractData(key.contractData);
    default:
      return null;
  }
}

function keyOfContractData({ contract, key }: xdr.LedgerKeyContractData): string | null {
  const contractId = Address.fromScAddress(contract).toString();
  if (key.type === "scvLedgerKeyContractInstance") return keyOf.contract(contractId);
  if (key.type === "scvSymbol") return keyOf.contractData(contractId, key.sym.toString());
  const [name, holder] = key.type === "scvVec" ? (key.vec ?? []) : [];
  if (name?.type !== "scvSymbol" || name.sym.toString() !== "Balance" || holder?.type !== "scvAddress") return null;
  return keyOf.tokenBalance(contractId, Address.fromScAddress(holder.address).toString());
}

export function toLedgerKey(entry: Entry): xdr.LedgerKey {
  switch (entry.kind) {
    case "account":
      return xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId: toPublicKey(entry.address) }));
    case "trustline":
      return trustlineKey(entry.address, assetOf(entry.asset));
    case "data": {
      const accountId = toPublicKey(entry.address);
      return xdr.LedgerKey.data(new xdr.LedgerKeyData({ accountId, dataName: entry.name }));
    }
    case "claimable": {
      const balanceId = xdr.ClaimableBalanceId.fromXdr(entry.id, "hex");
      return xdr.LedgerKey.claimableBalance(new xdr.LedgerKeyClaimableBalance({ balanceId }));
    }
    case "contract":
      return contractDataKey(entry.contractId, xdr.ScVal.scvLedgerKeyContractInstance());
    case "contractData":
      return contractDataKey(entry.contractId, symbol(entry.symbol));
    case "tokenBalance":
      return contractDataKey(entry.contractId, tokenBalanceKey(entry.holder));
    case "nonce":
      return contractDataKey(entry.address, nonceKey(entry.nonce), xdr.ContractDataDurability.temporary);
  }
}

export const tokenBalanceKey = (holder: string): xdr.ScVal =>
  xdr.ScVal.scvVec([symbol("Balance"), new Address(holder).toScVal()]);

export const nonceKey = (nonce: bigint): xdr.ScVal => xdr.ScVal.scvLedgerKeyNonce(new xdr.ScNonceKey({ nonce }));

function trustlineKey(address: string, asset: Asset): xdr.LedgerKey {
  const key = new xdr.LedgerKeyTrustLine({ accountId: toPublicKey(address), asset: asset.toTrustLineXdrObject() });
  return xdr.LedgerKey.trustline(key);
}

function contractDataKey(
  address: string,
  key: xdr.ScVal,
  durability: xdr.ContractDataDurability = xdr.ContractDataDurability.persistent,
): xdr.LedgerKey {
  const contract = new Address(address).toScAddress();
  return xdr.LedgerKey.contractData(new xdr.LedgerKeyContractData({ contract, key, durability }));
}
