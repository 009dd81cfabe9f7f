import { StrKey, type xdr } from "@stellar/stellar-sdk";

/** A signer as a strkey: G…, T…, X… or P…. */
export function signerName(key: xdr.SignerKey): string {
  switch (key.type) {
    case "signerKeyTypeEd25519":
      return StrKey.encodeEd25519PublicKey(key.ed25519.value);
    case "signerKeyTypePreAuthTx":
      return StrKey.encodePreAuthTx(key.preAuthTx.value);
    case "signerKeyTypeHashX":
      return StrKey.encodeSha256Hash(key.hashX.value);
    case "signerKeyTypeEd25519SignedPayload":
      return StrKey.encodeSignedPayload(key.ed25519SignedPayload.toXdr());
  }
}
