import { Asset, MuxedAccount, StrKey, xdr } from "@stellar/stellar-sdk";
import { uint64 } from "./uint64.ts";

export const NATIVE = "native";

export interface Party {
  /** G… address that holds the money. */
  readonly address: string;
  /** M… address when the id was given, else null. */
  readonly muxedAddress: string | null;
  readonly muxedId: bigint | null;
}

export function accountOf(key: xdr.PublicKey): string {
  return StrKey.encodeEd25519PublicKey(key.ed25519.value);
}

export function toPublicKey(address: string): xdr.PublicKey {
  return xdr.PublicKey.publicKeyTypeEd25519(StrKey.decodeEd25519PublicKey(address));
}

export function partyOf(account: xdr.MuxedAccount): Party {
  if (account.type === "keyTypeEd25519") {
    return { address: StrKey.encodeEd25519PublicKey(account.ed25519.value), muxedAddress: null, muxedId: null };
  }
  const { ed25519, id } = account.med25519;
  const address = StrKey.encodeEd25519PublicKey(ed25519.value);
  return { address, muxedAddress: muxedAddress(address, id), muxedId: id };
}

export function muxedAddress(address: string, id: bigint): string {
  return StrKey.encodeMed25519PublicKey(Buffer.concat([StrKey.decodeEd25519PublicKey(address), uint64(id)]));
}

export function partyOfAddress(address: string): Party {
  if (!StrKey.isValidMed25519PublicKey(address)) return { address, muxedAddress: null, muxedId: null };
  const muxed = MuxedAccount.fromAddress(address, "0");
  return { address: muxed.baseAccount().accountId(), muxedAddress: address, muxedId: BigInt(muxed.id()) };
}

/** "native" or "CODE:ISSUER": how assets are named in events and in the ledger's keys. */
export function assetName(asset: xdr.Asset | xdr.ChangeTrustAsset | xdr.TrustLineAsset): string {
  switch (asset.type) {
    case "assetTypeNative":
      return NATIVE;
    case "assetTypeCreditAlphanum4":
      return `${codeText(asset.alphaNum4.assetCode.value)}:${accountOf(asset.alphaNum4.issuer)}`;
    case "assetTypeCreditAlphanum12":
      return `${codeText(asset.alphaNum12.assetCode.value)}:${accountOf(asset.alphaNum12.issuer)}`;
    default:
      throw new RangeError("pool shares are not part of this ledger");
  }
}

export function codeText(code: Uint8Array): string {
  return Buffer.from(code).toString("latin1").replace(/\0+$/, "");
}

export function assetOf(name: string): Asset {
  const [code, issuer] = name.split(":");
  return code !== undefined && issuer !== undefined ? new Asset(code, issuer) : Asset.native();
}

export function issuerOf(name: string): string | null {
  return name.split(":")[1] ?? null;
}
