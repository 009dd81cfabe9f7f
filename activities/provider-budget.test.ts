import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { testRedis } from "../tests/support/redis.ts";
import { StepFailure } from "./failures.ts";
import { createProviderBudget } from "./provider-budget.ts";

let url: string;
const clients: Redis[] = [];
beforeAll(async () => {
  url = (await testRedis()).url;
});
afterAll(() => {
  for (const client of clients) client.disconnect();
});

async function connected(): Promise<Redis> {
  const redis = new Redis(url, { enableOfflineQueue: false, lazyConnect: true });
  clients.push(redis);
  await redis.connect();
  return redis;
}

const terms = (requests: number) => ({ provider: randomUUID(), requests, seconds: 60 });

async function taken(budget: { take(): Promise<void> }, times: number): Promise<number> {
  const answers = await Promise.allSettled(Array.from({ length: times }, () => budget.take()));
  return answers.filter(({ status }) => status === "fulfilled").length;
}

test("all workers share one budget, however they race for it", async () => {
  const shared = terms(50);
  const workers = [createProviderBudget(await connected(), shared), createProviderBudget(await connected(), shared)];
  const granted = await Promise.all(workers.map((worker) => taken(worker, 40)));
  expect(granted.reduce((sum, count) => sum + count, 0)).toBe(50);
});

test("who comes too late learns when to come back", async () => {
  const budget = createProviderBudget(await connected(), terms(1));
  await budget.take();
  const failure = await budget.take().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StepFailure);
  expect(failure).toMatchObject({ problem: "PROVIDER_BUDGET_EXHAUSTED" });
  const { retryAfterMs } = failure as StepFailure;
  expect(retryAfterMs).toBeGreaterThan(0);
  expect(retryAfterMs).toBeLessThanOrEqual(60_000);
});

test("without Redis each worker counts for itself, and payments go on", async () => {
  const away = new Redis({
    port: 1,
    host: "127.0.0.1",
    enableOfflineQueue: false,
    lazyConnect: true,
    retryStrategy: null,
  });
  away.on("error", () => {});
  clients.push(away);
  expect(await taken(createProviderBudget(away, terms(3)), 5)).toBe(3);
  expect(await taken(createProviderBudget(null, terms(3)), 5)).toBe(3);
});
