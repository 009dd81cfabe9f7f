import { createHash, randomBytes } from "node:crypto";
import { mintId } from "../domain/ids.ts";
import type { Identity } from "./endpoint.ts";

/**
 * Derives every name of a request's effect from one seed. The seed of an idempotent request is its scope, key, content and
 * how often it was refused before: a refused request may be tried again, and must not meet the stored refusal.
 */
export function identityFrom(seed: string, fingerprint: string): Identity {
  const derive = (purpose: string) =>
    createHash("sha256")
      .update(JSON.stringify([seed, purpose]))
      .digest();
  return {
    fingerprint,
    updateId: derive("update").toString("hex"),
    idFor: (noun, index = 0) => mintId(noun, derive(`${noun} ${index}`)),
  };
}

export const freshIdentity = (fingerprint: string): Identity =>
  identityFrom(randomBytes(32).toString("hex"), fingerprint);

/** SHA-256 over method, path and canonical body: names in order, so that the order they were sent in does not count. */
export const fingerprintOf = (method: string, path: string, body: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify([method, path, canonical(body)]))
    .digest("hex");

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, content]) => [name, canonical(content)] as const);
  return entries.sort(([one], [other]) => (one < other ? -1 : 1));
}
