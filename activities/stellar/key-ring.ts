import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Whose key a sealed secret is and what it is for: it opens for nothing else. */
export interface SecretOwner {
  /** "usr_…" or "platform/<role>". */
  readonly owner: string;
  readonly purpose: string;
}

export interface KeyRing {
  /** Name of the key that seals. */
  readonly newestKeyId: string;
  /** Under the newest key. */
  seal(secret: string, whose: SecretOwner): string;
  /** @throws Error when it was sealed under an unknown key, for another owner or purpose, or was changed */
  open(sealed: string, whose: SecretOwner): string;
}

const FORM = /^(?:([a-z0-9][a-z0-9-]*):)?([0-9a-fA-F]{64})$/;
/** The name of a key that came alone, without a ring. */
const LEGACY_KEY_ID = "v1";
const IV_BYTES = 12;

/**
 * Reads "v2:<64 hex>,v1:<64 hex>"; the first key writes, all read. A single bare key is a ring of one named v1, so
 * that it can later stand in a ring as "v1:…".
 * @throws Error on any other form; the message never shows key material
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = new Map<string, Buffer>();
  for (const [index, part] of text.split(",").entries()) {
    const match = FORM.exec(part.trim());
    const keyId = match?.[1] ?? LEGACY_KEY_ID;
    if (!match?.[2])
      throw new Error(`key ${index + 1} of the wallet key ring is not of the form name:<64 hex characters>`);
    if (keys.has(keyId)) throw new Error(`the wallet key ring has two keys named ${keyId}`);
    keys.set(keyId, Buffer.from(match[2], "hex"));
  }
  return ringOf(keys);
}

function ringOf(keys: ReadonlyMap<string, Buffer>): KeyRing {
  const [newest] = keys;
  if (!newest) throw new Error("the wallet key ring is empty");
  const [newestKeyId, newestKey] = newest;
  return {
    newestKeyId,
    seal(secret, whose) {
      const [keyId, key] = [newestKeyId, newestKey];
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(authenticated(keyId, whose));
      const ciphertext = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return [keyId, ...[iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString("base64url"))].join(".");
    },
    open(sealed, whose) {
      const [keyId = "", iv = "", tag = "", ciphertext = "", ...rest] = sealed.split(".");
      const key = keys.get(keyId);
      if (!key) throw new Error(`the wallet key ring has no key named ${keyId.slice(0, 16)}`);
      if (rest.length > 0 || !ciphertext) throw new Error("a sealed secret is not of the known form");
      const options = { authTagLength: 16 };
      const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"), options)
        .setAAD(authenticated(keyId, whose))
        .setAuthTag(Buffer.from(tag, "base64url"));
      return Buffer.concat([decipher.update(ciphertext, "base64url"), decipher.final()]).toString("utf8");
    },
  };
}

/** NUL separates, because it can stand in none of the parts. */
const authenticated = (keyId: string, { owner, purpose }: SecretOwner): Buffer =>
  Buffer.from([keyId, owner, purpose].join("\0"));
