import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { devSecrets } from "./dev-secrets.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "secrets-"));
  path = join(folder, "dev.env");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("secrets are made once and kept, or wallets could not be opened any more", () => {
  const first = devSecrets(path);
  expect(devSecrets(path)).toEqual(first);
  expect(first.WALLET_ENCRYPTION_KEYS).toMatch(/^v1:[0-9a-f]{64}$/);
});

test("every stack makes its own", () => {
  expect(devSecrets(path).OFFERHUB_MASTER_KEY).not.toBe(devSecrets(join(folder, "other.env")).OFFERHUB_MASTER_KEY);
});

test("only the owner can read the file", () => {
  devSecrets(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a secret that is missing is added, the others and further lines stay", () => {
  writeFileSync(path, "OFFERHUB_MASTER_KEY=mine\n");
  appendFileSync(path, "LOG_LEVEL=debug\n");
  const secrets = devSecrets(path);
  expect(secrets).toMatchObject({ OFFERHUB_MASTER_KEY: "mine", LOG_LEVEL: "debug" });
  expect(secrets.OFFERHUB_JWT_SECRET).toHaveLength(64);
  expect(readFileSync(path, "utf8")).toContain("OFFERHUB_MASTER_KEY=mine");
});
