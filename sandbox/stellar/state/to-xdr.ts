import { Address, StrKey, xdr } from "@stellar/stellar-sdk";
import { assetOf, toPublicKey } from "../addresses.ts";
import { struct, symbol, toI128 } from "../contracts/values.ts";
import type { AccountEntry, ClaimableBalanceEntry, ContractEntry, Entry, SignerEntry } from "./entries.ts";
import { nonceKey, tokenBalanceKey } from "./ledger-keys.ts";

/** An entry as the network writes it. */
export function toLedgerEntryData(entry: Entry): xdr.LedgerEntryData {
  switch (entry.kind) {
    case "account":
      return xdr.LedgerEntryData.account(toAccountEntry(entry));
    case "trustline":
      return xdr.LedgerEntryData.trustline(
        new xdr.TrustLineEntry({
          accountId: toPublicKey(entry.address),
          asset: assetOf(entry.asset).toTrustLineXdrObject(),
          balance: entry.balance,
          limit: entry.limit,
          flags: entry.flags,
          ext: xdr.TrustLineEntryExt.v0(),
        }),
      );
    case "data":
      return xdr.LedgerEntryData.data(
        new xdr.DataEntry({
          accountId: toPublicKey(entry.address),
          dataName: entry.name,
          dataValue: new xdr.DataValue(Buffer.from(entry.valueBase64, "base64")),
          ext: xdr.DataEntryExt.v0(),
        }),
      );
    case "claimable":
      return xdr.LedgerEntryData.claimableBalance(toClaimableBalanceEntry(entry));
    case "contract":
      return contractData(entry.contractId, xdr.ScVal.scvLedgerKeyContractInstance(), instanceValue(entry));
    case "contractData":
      return contractData(entry.contractId, symbol(entry.symbol), xdr.ScVal.fromXdr(entry.valueXdr, "base64"));
    case "tokenBalance":
      return contractData(entry.contractId, tokenBalanceKey(entry.holder), balanceValue(entry));
    case "nonce":
      return contractData(entry.address, nonceKey(entry.nonce), xdr.ScVal.scvVoid());
  }
}

export function toLedgerEntry(entry: Entry, lastModifiedLedgerSeq: number): xdr.LedgerEntry {
  const sponsor = "sponsor" in entry ? entry.sponsor : null;
  const ext =
    sponsor === null
      ? xdr.LedgerEntryExt.v0()
      : xdr.LedgerEntryExt.v1(
          new xdr.LedgerEntryExtensionV1({
            sponsoringId: toPublicKey(sponsor),
            ext: xdr.LedgerEntryExtensionV1Ext.v0(),
          }),
        );
  return new xdr.LedgerEntry({ lastModifiedLedgerSeq, data: toLedgerEntryData(entry), ext });
}

function toAccountEntry(account: AccountEntry): xdr.AccountEntry {
  return new xdr.AccountEntry({
    accountId: toPublicKey(account.address),
    balance: account.balance,
    seqNum: account.sequence,
    numSubEntries: account.subentries,
    inflationDest: null,
    flags: account.flags,
    homeDomain: account.homeDomain,
    thresholds: Uint8Array.from(account.thresholds),
    signers: account.signers.map(({ key, weight }) => new xdr.Signer({ key: toSignerKey(key), weight })),
    ext: xdr.AccountEntryExt.v1(
      new xdr.AccountEntryExtensionV1({
        liabilities: new xdr.Liabilities({ buying: 0n, selling: 0n }),
        ext: xdr.AccountEntryExtensionV1Ext.v2(
          new xdr.AccountEntryExtensionV2({
            numSponsored: account.sponsored,
            numSponsoring: account.sponsoring,
            signerSponsoringIDs: account.signers.map(sponsorOf),
            ext: xdr.AccountEntryExtensionV2Ext.v3(
              new xdr.AccountEntryExtensionV3({
                ext: xdr.ExtensionPoint.v0(),
                seqLedger: account.sequenceLedger,
                seqTime: BigInt(account.sequenceTime),
              }),
            ),
          }),
        ),
      }),
    ),
  });
}

const sponsorOf = ({ sponsor }: SignerEntry): xdr.PublicKey | null => (sponsor === null ? null : toPublicKey(sponsor));

function toSignerKey(key: string): xdr.SignerKey {
  if (key.startsWith("T")) return xdr.SignerKey.signerKeyTypePreAuthTx(StrKey.decodePreAuthTx(key));
  if (key.startsWith("X")) return xdr.SignerKey.signerKeyTypeHashX(StrKey.decodeSha256Hash(key));
  return xdr.SignerKey.signerKeyTypeEd25519(StrKey.decodeEd25519PublicKey(key));
}

function toClaimableBalanceEntry(entry: ClaimableBalanceEntry): xdr.ClaimableBalanceEntry {
  return new xdr.ClaimableBalanceEntry({
    balanceId: xdr.ClaimableBalanceId.fromXdr(entry.id, "hex"),
    claimants: entry.claimantsXdr.map((claimantXdr) => xdr.Claimant.fromXdr(claimantXdr, "base64")),
    asset: assetOf(entry.asset).toXdrObject(),
    amount: entry.amount,
    ext: xdr.ClaimableBalanceEntryExt.v0(),
  });
}

function contractData(address: string, key: xdr.ScVal, val: xdr.ScVal): xdr.LedgerEntryData {
  return xdr.LedgerEntryData.contractData(
    new xdr.ContractDataEntry({
      ext: xdr.ExtensionPoint.v0(),
      contract: new Address(address).toScAddress(),
      key,
      durability: xdr.ContractDataDurability.persistent,
      val,
    }),
  );
}

function instanceValue(entry: ContractEntry): xdr.ScVal {
  const executable =
    entry.wasmHash === null
      ? xdr.ContractExecutable.contractExecutableStellarAsset()
      : xdr.ContractExecutable.contractExecutableWasm(Buffer.from(entry.wasmHash, "hex"));
  const storage = Object.entries(entry.storageXdr).map(
    ([key, valueXdr]) => new xdr.ScMapEntry({ key: symbol(key), val: xdr.ScVal.fromXdr(valueXdr, "base64") }),
  );
  return xdr.ScVal.scvContractInstance(new xdr.ScContractInstance({ executable, storage }));
}

const balanceValue = ({ balance, authorized }: { readonly balance: bigint; readonly authorized: boolean }): xdr.ScVal =>
  struct({ amount: toI128(balance), authorized: xdr.ScVal.scvBool(authorized), clawback: xdr.ScVal.scvBool(false) });
