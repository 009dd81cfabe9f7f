import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Keypair } from "@stellar/stellar-sdk";
import { type RunningSandbox, startSandbox } from "../../../sandbox/start.ts";
import { type GatewayBench, gatewayBench } from "../../testing/gateway-bench.ts";

let sandbox: RunningSandbox;
let bench: GatewayBench;
const sponsor = Keypair.random().publicKey();
const feeReceiver = Keypair.random().publicKey();

beforeAll(async () => {
  sandbox = await startSandbox({ ledgerMs: 0 });
  bench = await gatewayBench("platform", { workers: false, horizonUrl: `${sandbox.url}/horizon` });
  await bench.db.prisma.wallet.createMany({
    data: [
      { id: "wal_1", platformRole: "sponsor", publicKey: sponsor, secretCiphertext: "sealed", status: "ACTIVE" },
      { id: "wal_2", platformRole: "fee-receiver", publicKey: feeReceiver, secretCiphertext: "sealed" },
    ],
  });
  const funded = await fetch(`${sandbox.url}/friendbot?addr=${sponsor}`);
  expect(funded.status).toBe(200);
}, 60_000);
afterAll(async () => {
  await bench.close();
  await sandbox.close();
});

test("tells the platform's wallets as the chain has them, its fees, and no secret", async () => {
  const { status, body, text } = await bench.request("GET", "/admin/platform");
  expect(status).toBe(200);
  expect(body.data).toMatchObject({
    fees: { platformBps: 100, trustlessWorkBps: 30 },
    providerRequests: { trustlessWork: 0 },
  });
  expect(body.data.wallets).toEqual([
    { role: "fee-receiver", address: feeReceiver, isActive: false, isOnChain: false, xlm: "0.0000000", usdc: null },
    {
      role: "sponsor",
      address: sponsor,
      isActive: true,
      isOnChain: true,
      xlm: expect.stringMatching(/^\d+\.\d{7}$/),
      usdc: null,
    },
  ]);
  expect(text).not.toContain("sealed");
});

test("is not for a key of one user", async () => {
  const key = await bench.keyWith(["support"], await bench.user());
  expect((await bench.request("GET", "/admin/platform", { key })).body.error.code).toBe("INSUFFICIENT_SCOPE");
});

test("does not know what workers took while Redis is away", async () => {
  const get = bench.deps.redis.get;
  bench.deps.redis.get = () => Promise.reject(new Error("away"));
  const { body } = await bench.request("GET", "/admin/platform");
  bench.deps.redis.get = get;
  expect(body.data.providerRequests).toEqual({ trustlessWork: null });
});
