import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { StrKey, type xdr } from "@stellar/stellar-sdk";
import { sha256 } from "../network.ts";
import type { AccountEntry, SignerEntry } from "../state/entries.ts";

/** DER prefix of a raw Ed25519 public key, as node:crypto wants it. */
const ED25519_SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const KEYS_KEPT = 10_000;
const keys = new Map<string, KeyObject>();

/** The signatures of one payload, and which of them have counted for something. */
export class SignatureCheck {
  readonly #payload: Buffer;
  readonly #signatures: readonly xdr.DecoratedSignature[];
  readonly #used = new Set<number>();

  constructor(payload: Buffer, signatures: readonly xdr.DecoratedSignature[]) {
    this.#payload = payload;
    this.#signatures = signatures;
  }

  /** Do enough of the account's signers agree? At least one signature is needed, also for weight zero. */
  reaches(account: AccountEntry, threshold: "low" | "medium" | "high"): boolean {
    const needed = account.thresholds[{ low: 1, medium: 2, high: 3 }[threshold]] ?? 0;
    const master = { key: account.address, weight: account.thresholds[0], sponsor: null };
    return this.#weighs([...account.signers, master], needed);
  }

  /** For an account that does not exist yet: its own key has to sign. */
  signedBy(address: string): boolean {
    return this.#weighs([{ key: address, weight: 1, sponsor: null }], 0);
  }

  allUsed(): boolean {
    return this.#used.size === this.#signatures.length;
  }

  #weighs(signers: readonly SignerEntry[], needed: number): boolean {
    let weight = 0;
    for (const signer of signers) {
      if (signer.weight === 0 || !this.#hasSigned(signer.key)) continue;
      weight += Math.min(signer.weight, 255);
      if (weight >= needed) return true;
    }
    return false;
  }

  #hasSigned(key: string): boolean {
    if (key.startsWith("T")) return this.#payload.equals(StrKey.decodePreAuthTx(key));
    const matches = key.startsWith("X") ? opensHash(key) : this.#verifies(key);
    const found = this.#signatures.findIndex(matches);
    if (found >= 0) this.#used.add(found);
    return found >= 0;
  }

  #verifies(key: string): (signature: xdr.DecoratedSignature) => boolean {
    if (!key.startsWith("G")) return () => false;
    const publicKey = Buffer.from(StrKey.decodeEd25519PublicKey(key));
    return ({ hint, signature }) =>
      publicKey.subarray(28).equals(hint.value) && verifyEd25519(publicKey, this.#payload, signature.value);
  }
}

export function verifyEd25519(publicKey: Buffer, payload: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === 64 && verify(null, payload, keyObject(publicKey), signature);
}

function opensHash(key: string): (signature: xdr.DecoratedSignature) => boolean {
  const hash = Buffer.from(StrKey.decodeSha256Hash(key));
  return ({ signature }) => sha256(signature.value).equals(hash);
}

function keyObject(publicKey: Buffer): KeyObject {
  const name = publicKey.toString("hex");
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= KEYS_KEPT) keys.clear();
  const key = createPublicKey({ key: Buffer.concat([ED25519_SPKI_PREFIX, publicKey]), format: "der", type: "spki" });
  keys.set(name, key);
  return key;
}
