import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createApp } from "../../app.ts";
import { NotReady } from "../../not-ready.ts";
import { type GatewayBench, gatewayBench } from "../../testing/gateway-bench.ts";
import { ENDPOINTS } from "../index.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("service", { workers: false });
}, 60_000);
afterAll(() => bench.close());

const health = async (more: Partial<GatewayBench["deps"]>) => {
  const response = await createApp({ ...bench.deps, ...more }).request("/health/detailed");
  return { status: response.status, body: JSON.parse(await response.text()) };
};
/** As if workers were there; whether they are is readiness's own test. */
const withWorkers = () => ({ ...bench.deps.temporal, workers: async () => 1 });

test("configuration tells what is in force here", async () => {
  const config = { ...bench.deps.config, allowManualAdjustments: false };
  const rateLimits = { windowSeconds: 7, perKey: 8, perAddress: 9, withdrawals: 10, topups: 11 };
  const response = await createApp({ ...bench.deps, config: { ...config, rateLimits } }).request("/config");
  expect(await response.json()).toMatchObject({
    features: { manualAdjustments: false, airtm: false },
    providers: { fiat: null },
    rateLimits: { windowSeconds: 7, perKey: 8, withdrawalsPerUser: 10, topupsPerUser: 11 },
  });
});

test.each([
  ["milestones", /milestones\/\{\w+\}\/complete$/],
  ["disputes", /^\/disputes/],
  ["sse", /^\/events$/],
] as const)("the feature %s is on when there is a route for it, and only then", async (feature, path) => {
  const { features } = (await bench.request("GET", "/config")).body;
  expect(features[feature]).toBe(ENDPOINTS.some(({ declaration }) => path.test(declaration.path)));
});

test("with Airtm, configuration and health say so", async () => {
  const airtm = { webhookSecret: "x", apiUrl: "x", successUrl: "x", cancelUrl: "x" };
  const config = { ...bench.deps.config, paymentProvider: "airtm" as const, airtm };
  const response = await createApp({ ...bench.deps, config }).request("/config");
  const limits = { topup: { min: "0.01", max: "10000.00" } };
  expect(await response.json()).toMatchObject({ features: { airtm: true }, providers: { fiat: "airtm" }, limits });
  const away = { ping: () => Promise.reject(new NotReady("answered 503")) };
  const { status, body } = await health({ config, airtm: away, temporal: withWorkers() });
  expect([status, body.status, body.dependencies.airtm]).toMatchObject([
    200,
    "degraded",
    { status: "down", required: false, error: "answered 503" },
  ]);
});

test("is not ready where the workers move money another way than it says", async () => {
  const settle = (provider: string | null) => bench.db.prisma.paymentMode.updateMany({ data: { provider } });
  await settle("airtm");
  const other = await health({ temporal: withWorkers() });
  expect([other.status, other.body.dependencies.paymentProvider.error]).toEqual([
    503,
    "PAYMENT_PROVIDER=crypto here, but the workers of this database move money by airtm",
  ]);
  await settle("crypto");
  expect((await health({ temporal: withWorkers() })).status).toBe(200);
});

test("health tells every dependency, and what is no part of this installation", async () => {
  const trustlessWork = { ping: async () => {} };
  const { status, body } = await health({ temporal: withWorkers(), trustlessWork });
  expect([status, body.status]).toEqual([200, "degraded"]); // Horizon is not there, no deposit was looked for
  expect(body.dependencies).toMatchObject({
    database: { status: "up", latency: expect.any(Number) },
    redis: { status: "up" },
    temporal: { status: "up" },
    trustlessWork: { status: "up", required: false },
    airtm: { status: "disabled", error: null },
    stellar: { status: "down", error: "no answer" },
  });
});

test("a provider that is away degrades, and what the gateway needs makes it unhealthy with 503", async () => {
  const away = async () => {
    throw new NotReady("answered 503");
  };
  const degraded = await health({ temporal: withWorkers(), trustlessWork: { ping: away } });
  expect([degraded.status, degraded.body.dependencies.trustlessWork.error]).toEqual([200, "answered 503"]);
  const noRedis = await health({ temporal: withWorkers(), redis: { ping: away, get: away } });
  expect([noRedis.status, noRedis.body.status]).toEqual([503, "unhealthy"]);
  const noWorkers = await health({});
  expect([noWorkers.status, noWorkers.body.dependencies.workers.status]).toEqual([503, "down"]);
});

test("readiness tells how the workers see each source of the chain, and what wants a person", async () => {
  const see = async (...sources: readonly (readonly [string, string, number])[]) => {
    await bench.db.prisma.stellarSource.deleteMany();
    for (const [source, state, protocol] of sources)
      await bench.db.prisma.stellarSource.create({ data: { source, kind: "rpc", state, protocol } });
    return (await health({ temporal: withWorkers() })).body.dependencies.stellar;
  };
  expect(await see(["a", "up", 30], ["b", "up", 30])).toMatchObject({
    status: "up",
    detail: { protocolsTested: { first: 27, last: 30 }, sources: [{ source: "a" }, { source: "b" }] },
  });
  expect(await see(["a", "up", 30], ["b", "behind", 30])).toMatchObject({ status: "degraded", error: "b is behind" });
  expect(await see(["a", "newer", 31])).toMatchObject({
    status: "degraded",
    required: false,
    error: "a is newer than this release: its network runs protocol 31, tested are 27 to 30",
  });
  expect(await see(["a", "down", 30], ["b", "down", 30])).toMatchObject({ status: "down" });
});

test("readiness tells a follower of deposits that has stopped, or that reads old ledgers", async () => {
  const seen = async (updatedAt: Date, ledgerClosedAt: Date) => {
    await bench.db.prisma.streamCursor.deleteMany();
    const data = { name: "deposits/test", cursor: "7", ledger: 42, updatedAt, ledgerClosedAt };
    await bench.db.prisma.streamCursor.create({ data });
    return (await health({ temporal: withWorkers() })).body.dependencies.deposits;
  };
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
  expect(await seen(ago(1), ago(6))).toMatchObject({ status: "up" });
  expect(await seen(ago(90), ago(90))).toMatchObject({ status: "degraded", detail: { ledger: 42 } });
  expect(await seen(ago(1), ago(400))).toMatchObject({ status: "degraded" });
});
