import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { type ApiKeyId, ID_ENTROPY_BYTES, mintId } from "../domain/ids.ts";

const API_KEY = /^ohk_(?:live|test)_(key_[0-9A-Za-z]{32})_[0-9a-f]{48}$/;
const TOKEN_PREFIX = "ohk_tok_";

export interface NewApiKey {
  readonly id: ApiKeyId;
  /** Shown once, never stored. */
  readonly fullKey: string;
  readonly salt: string;
  readonly hash: string;
  readonly maskedKey: string;
}

export function makeApiKey(environment: "live" | "test"): NewApiKey {
  const id = mintId("apiKey", randomBytes(ID_ENTROPY_BYTES));
  const fullKey = `ohk_${environment}_${id}_${randomBytes(24).toString("hex")}`;
  const salt = randomBytes(16).toString("hex");
  return {
    id,
    fullKey,
    salt,
    hash: hashOf(salt, fullKey),
    maskedKey: `ohk_${environment}_${id.slice(0, 8)}…${fullKey.slice(-4)}`,
  };
}

/** The id inside a full key; null for anything else. */
export const apiKeyIdIn = (credential: string): string | null => API_KEY.exec(credential)?.[1] ?? null;

export const isHashOf = (row: { readonly salt: string; readonly hash: string }, fullKey: string): boolean =>
  sameSecret(hashOf(row.salt, fullKey), row.hash);

/** Compares in a time that says nothing about where two secrets differ, nor how long they are. */
export const sameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

export interface TokenClaims {
  readonly sub: string;
  readonly scopes: readonly string[];
  readonly type: "short-lived";
  readonly iat: number;
  readonly exp: number;
  /** Of a token of the master key: which one, so that it dies with it. */
  readonly of?: string;
  /** The key that made it, where that is another one than `sub`. */
  readonly by?: string;
}

/** Names a master key without telling it. */
export const fingerprintOfMaster = (masterKey: string): string =>
  createHmac("sha256", masterKey).update("tokens of this master key").digest("hex").slice(0, 32);

export function signToken(claims: TokenClaims, secret: string): string {
  const content = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${TOKEN_PREFIX}${content}.${signatureOf(content, secret)}`;
}

/** The claims of a token that we signed and that has not expired; null for anything else. */
export function readToken(credential: string, secret: string, now: Date): TokenClaims | null {
  if (!credential.startsWith(TOKEN_PREFIX)) return null;
  const [header, payload, signature, ...rest] = credential.slice(TOKEN_PREFIX.length).split(".");
  if (!header || !payload || !signature || rest.length > 0) return null;
  if (!sameSecret(signature, signatureOf(`${header}.${payload}`, secret))) return null;
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as TokenClaims; // ours: the signature says so
  return claims.type === "short-lived" && claims.exp * 1000 > now.getTime() ? claims : null;
}

const hashOf = (salt: string, fullKey: string) => createHash("sha256").update(`${salt}.${fullKey}`).digest("hex");
const digest = (text: string) => createHash("sha256").update(text).digest();
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const signatureOf = (content: string, secret: string) =>
  createHmac("sha256", secret).update(content).digest("base64url");
