import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Answer, type CliBench, cliBench, failure } from "../testing.ts";

let bench: CliBench;
beforeAll(async () => {
  bench = await cliBench();
});
afterAll(() => bench.close());

const NOW = Date.parse("2026-01-01T00:00:00.000Z");
const up = { status: "up", required: true, latencyMs: 3, error: null, detail: null };
const book = { failure: null };
const wallet = (role: string, changed: object = {}) => ({
  role,
  address: `G${role}`,
  isActive: true,
  isOnChain: true,
  xlm: "900.0000000",
  usdc: "0.0000000" as string | null,
  ...changed,
});
const platformWith = (
  role: string,
  changed: object,
  requests: number | null = 3,
  more: readonly object[] = [],
): Answer => ({
  network: "testnet",
  fees: { platformBps: 100, trustlessWorkBps: 30 },
  wallets: [
    ...["sponsor", "fee-receiver", "dispute-resolver"].map((one) => wallet(one, one === role ? changed : {})),
    ...more,
  ],
  providerRequests: { trustlessWork: requests },
});
const HEALTHY: Readonly<Record<string, Answer>> = {
  "GET /health": { status: "healthy", version: "0.1.0", timestamp: new Date(NOW).toISOString() },
  "GET /auth/me": { apiKeyId: "key_1", apiKeyName: "support", scopes: ["read", "support"] },
  "GET /health/detailed": {
    status: "healthy",
    dependencies: { database: up, workers: up, airtm: { ...up, status: "disabled" } },
  },
  "GET /admin/platform": platformWith("", {}),
  "GET /config": {
    limits: { order: { min: "0.01", max: "9.00" }, withdrawal: { min: "0.01", max: "5.00" } },
    providers: { escrow: "trustless_work" },
  },
  "GET /admin/maintenance/status": { enabled: false, message: null },
  "GET /admin/freeze": { frozen: false, message: "nothing is frozen" },
  "GET /admin/fence": { holder: "blue", holds: true, thisDeployment: "blue" },
  "GET /admin/reconciliation": {
    openCount: 0,
    lastRun: { finishedAt: "t1", ledger: book, wallets: book, escrows: book },
  },
  "GET /admin/wallets/rotate": { keys: [{ keyId: "v1", wallets: 2 }], rotation: null },
};

const doctor = async (changed: Readonly<Record<string, Answer>> = {}, ...args: string[]) => {
  bench.answer({ ...HEALTHY, ...changed });
  return bench.run(["doctor", ...args], { now: () => NOW });
};

test("all is well: a line each, no advice, exit code 0", async () => {
  const { exitCode, stdout } = await doctor();
  expect(exitCode).toBe(0);
  expect(stdout.split("\n").filter((line) => !line.startsWith("✓ "))).toEqual([""]);
  expect(stdout).not.toContain("airtm");
});

const down =
  (name: string, required: boolean): Answer =>
  () => ({
    status: required ? 503 : 200,
    headers: { "retry-after": "0" },
    body: { data: { dependencies: { database: up, [name]: { ...up, status: "down", required, error: "no answer" } } } },
  });

describe("what is not well has its own advice", () => {
  test.each([
    ["a worker is missing", { "GET /health/detailed": down("workers", true) }, 1, "✗ workers", "start a worker"],
    ["Stellar is away", { "GET /health/detailed": down("stellar", false) }, 0, "! stellar", "STELLAR_HORIZON_URL"],
    ["the key is refused", { "GET /auth/me": failure(401, "INVALID_API_KEY") }, 1, "✗ key", "config set --api-key"],
    [
      "the master key is used",
      { "GET /auth/me": { apiKeyId: "master", apiKeyName: "master", scopes: ["support"] } },
      0,
      "! key",
      "keys create",
    ],
    [
      "the key may only read",
      { "GET /auth/me": { apiKeyId: "key_2", apiKeyName: "shop", scopes: ["read"] } },
      0,
      "! key",
      "scope support",
    ],
    [
      "clocks differ",
      { "GET /health": { version: "0.1.0", timestamp: new Date(NOW + 60_000).toISOString() } },
      0,
      "! clock             60.0 s",
      "NTP",
    ],
    [
      "the sponsor is poor",
      { "GET /admin/platform": platformWith("sponsor", { xlm: "9.0" }) },
      0,
      "! sponsor",
      "send lumens",
    ],
    [
      "the sponsor is not there",
      { "GET /admin/platform": platformWith("sponsor", { xlm: "0.0", isOnChain: false }) },
      1,
      "✗ sponsor",
      "send lumens to Gsponsor on testnet",
    ],
    [
      "fees cannot be received",
      { "GET /admin/platform": platformWith("fee-receiver", { usdc: null }) },
      1,
      "✗ fee-receiver",
      "trustline",
    ],
    [
      "no worker ever ran",
      { "GET /admin/platform": platformWith("sponsor", { role: "x" }) },
      1,
      "✗ sponsor",
      "start a worker",
    ],
    [
      "the treasury is empty",
      { "GET /admin/platform": platformWith("", {}, 3, [wallet("treasury")]) },
      0,
      "! treasury",
      "send USDC to Gtreasury",
    ],
    ["the budget is short", { "GET /admin/platform": platformWith("", {}, 49) }, 0, "! budget", "wait for their turn"],
    ["Redis cannot say", { "GET /admin/platform": platformWith("", {}, null) }, 0, "! budget", "is Redis up?"],
    [
      "money is frozen",
      { "GET /admin/freeze": { frozen: true, message: "frozen" } },
      1,
      "✗ outgoing money",
      "unfreeze",
    ],
    [
      "another deployment signs",
      { "GET /admin/fence": { holder: "green", holds: false, thisDeployment: "blue" } },
      1,
      "✗ signing",
      "is this a copy?",
    ],
    [
      "the books differ",
      { "GET /admin/reconciliation": { openCount: 2, lastRun: null } },
      1,
      "✗ books",
      "ledger check",
    ],
    [
      "Airtm could not be compared",
      {
        "GET /admin/reconciliation": {
          openCount: 0,
          lastRun: { finishedAt: "t1", ledger: book, wallets: book, escrows: book, fiat: { failure: "answered 401" } },
        },
      },
      0,
      "! books",
      "compare them again",
    ],
    [
      "an old key still seals wallets",
      {
        "GET /admin/wallets/rotate": {
          keys: [
            { keyId: "v2", wallets: 1 },
            { keyId: "v1", wallets: 2 },
          ],
          rotation: null,
        },
      },
      0,
      "! wallet keys",
      "wallets rotate",
    ],
    [
      "maintenance is on",
      { "GET /admin/maintenance/status": { enabled: true, message: "noon" } },
      0,
      "! commands",
      "maintenance disable",
    ],
    [
      "a route is not there",
      { "GET /admin/fence": failure(404, "NOT_FOUND") },
      0,
      "? signing",
      "older than this program",
    ],
    ["the key may not ask", { "GET /admin/fence": failure(403, "INSUFFICIENT_SCOPE") }, 0, "? signing", "support"],
  ] as const)("%s", async (_name, changed, code, line, advice) => {
    const { exitCode, stdout } = await doctor(changed as Readonly<Record<string, Answer>>);
    const lines = stdout.split("\n");
    const at = lines.findIndex((one) => one.startsWith(line));
    expect([lines[at], lines[at + 1]]).toEqual([expect.stringContaining(line), expect.stringContaining("→")]);
    expect(lines[at + 1]).toContain(advice);
    expect(exitCode).toBe(code);
  });
});

test("an installation that does not answer is the only thing told", async () => {
  const env = { OFFERHUB_API_URL: "http://127.0.0.1:1", OFFERHUB_API_KEY: "k" };
  const { exitCode, stdout } = await bench.run(["doctor"], { env });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^✗ api[^\n]*\n +→ is a gateway running[^\n]*\n$/);
});

test("scripts get every finding", async () => {
  const { stdout } = await doctor({}, "--json");
  const { diagnoses } = JSON.parse(stdout);
  expect(diagnoses.length).toBeGreaterThan(8);
  expect(diagnoses[0]).toEqual({ name: "api", state: "well", found: expect.any(String), advice: null });
});
