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
    rateLimits: { windowSeconds: 7, perKey: 8, withdrawalsPerUser: 10, topupsPerUser: 11 },
  });
});

test.each([
  ["milestones", /milestones\/\{\w+\}\/complete$/],
  ["disputes", /^\/disputes/],
  ["sse", /^\/events$/],
  ["airtm", /^\/topups/],
] as const)("the feature %s is on when there is a route for it, and only then", async (feature, path) => {
  const { features } = (await bench.request("GET", "/config")).body;
  expect(features[feature]).toBe(ENDPOINTS.some(({ declaration }) => path.test(declaration.path)));
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
