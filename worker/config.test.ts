import { describe, expect, test } from "@jest/globals";
import { readConfig } from "./config.ts";

const TESTNET = {
  DATABASE_URL: "postgres://db/orchestrator",
  REDIS_URL: "redis://redis:6379",
  WALLET_ENCRYPTION_KEYS: `v1:${"1b".repeat(32)}`,
  STELLAR_NETWORK: "testnet",
  TRUSTLESS_API_KEY: "key",
  TRUSTLESS_FACTORY_CONTRACT_ID: `C${"A".repeat(55)}`,
  TRUSTLESS_WORK_ADDRESS: `G${"A".repeat(55)}`,
  ESCROW_WASM_HASHES: "aa, bb",
};

test("the environment of a worker is read whole, the network's own values filled in", () => {
  const config = readConfig(TESTNET);
  expect(config).toMatchObject({ network: "testnet", trustlessRequestsPerMinute: 50, taskQueues: null });
  expect(config.chain).toMatchObject({
    networkPassphrase: "Test SDF Network ; September 2015",
    usdc: { code: "USDC" },
    trustless: { apiKey: "key", wasmHashes: ["aa", "bb"] },
  });
});

describe("a worker does not start", () => {
  test.each(["DATABASE_URL", "WALLET_ENCRYPTION_KEYS", "TRUSTLESS_API_KEY", "ESCROW_WASM_HASHES"])(
    "without %s, and says its name",
    (name) => {
      expect(() => readConfig({ ...TESTNET, [name]: undefined })).toThrow(name);
    },
  );

  test("and names everything that is missing at once", () => {
    expect(() => readConfig({})).toThrow(/DATABASE_URL[\s\S]*WALLET_ENCRYPTION_KEYS[\s\S]*TRUSTLESS_API_KEY/);
  });

  test("on a network that nobody knows", () => {
    expect(() => readConfig({ ...TESTNET, STELLAR_NETWORK: "dreamnet" })).toThrow("STELLAR_NETWORK");
  });

  test("with a key that anybody could guess", () => {
    const env = { ...TESTNET, WALLET_ENCRYPTION_KEYS: `v1:${"0".repeat(64)}` };
    expect(() => readConfig(env)).toThrow("WALLET_ENCRYPTION_KEYS");
  });

  test("and never tells a secret while it says so", () => {
    const secret = "v1:not-hex-but-secret";
    const env = { ...TESTNET, WALLET_ENCRYPTION_KEYS: secret, DATABASE_URL: undefined };
    expect(() => readConfig(env)).toThrow(expect.not.objectContaining({ message: expect.stringContaining(secret) }));
  });
});

describe("calls to webhook endpoints", () => {
  const webhooksOf = (env: object) => readConfig({ ...TESTNET, ...env }).webhooks;

  test("may stay on this machine in development, and not in production unless it is said", () => {
    const allowed = (env: object) => webhooksOf(env).allowPrivateAddresses;
    expect([allowed({}), allowed({ NODE_ENV: "production" })]).toEqual([true, false]);
    expect(allowed({ NODE_ENV: "production", WEBHOOK_ALLOW_PRIVATE_ADDRESSES: "true" })).toBe(true);
    expect(allowed({ WEBHOOK_ALLOW_PRIVATE_ADDRESSES: "false" })).toBe(false);
  });

  test("need a key of the form of a ring, or none at all", () => {
    expect(webhooksOf({}).secretKey).toBeNull();
    expect(webhooksOf({ WEBHOOK_SECRET_KEY: "5e".repeat(32) }).secretKey).toBe("5e".repeat(32));
    expect(() => webhooksOf({ WEBHOOK_SECRET_KEY: "short" })).toThrow("WEBHOOK_SECRET_KEY");
  });
});
