import { createHash, randomUUID } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** @throws Error when the bytes are not the pinned ones */
export function verify(what: string, bytes: Uint8Array, expectedSha256: string): void {
  const found = sha256(bytes);
  if (found !== expectedSha256) throw new Error(`${what} has SHA-256 ${found}, expected ${expectedSha256}: not used`);
}

/** Written under another name first: a reader, or a second installer, never meets half a program. */
export function installProgram(path: string, bytes: Uint8Array): void {
  const unfinished = `${path}.${randomUUID()}.part`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(unfinished, bytes);
    chmodSync(unfinished, 0o755);
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

export const readVerified = (what: string, path: string, expectedSha256: string): Uint8Array => {
  const bytes = readFileSync(path);
  verify(what, bytes, expectedSha256);
  return bytes;
};
