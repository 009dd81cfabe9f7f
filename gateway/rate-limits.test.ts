import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { testRedis } from "../tests/support/redis.ts";
import { createRateLimits, type RateLimits } from "./rate-limits.ts";

const TERMS = { windowSeconds: 60, perKey: 10, perAddress: 10, withdrawals: 2, topups: 3 };
const clients: Redis[] = [];
let url: string;
beforeAll(async () => {
  url = (await testRedis()).url;
});
afterAll(() => {
  for (const client of clients) client.disconnect();
});

async function gateway(): Promise<RateLimits> {
  const redis = new Redis(url, { enableOfflineQueue: false, lazyConnect: true });
  clients.push(redis);
  await redis.connect();
  return createRateLimits(redis, TERMS);
}

const taken = async (limits: RateLimits, whose: string, times: number) =>
  (await Promise.all(Array.from({ length: times }, () => limits.perKey(whose)))).filter(({ isExceeded }) => !isExceeded)
    .length;

test("gateways share one window per key, however they race", async () => {
  const [one, other, key] = [await gateway(), await gateway(), randomUUID()];
  const counts = await Promise.all([taken(one, key, 9), taken(other, key, 9)]);
  expect(counts[0] + counts[1]).toBe(TERMS.perKey);
  expect(await taken(one, randomUUID(), 3)).toBe(3); // another's window is its own
});

test("a state tells what is left, and when the window begins anew", async () => {
  const [limits, user] = [await gateway(), randomUUID()];
  expect(await limits.withdrawals(user)).toMatchObject({
    limit: 2,
    windowSeconds: 60,
    remaining: 1,
    isExceeded: false,
  });
  expect(await limits.withdrawals(user)).toMatchObject({ remaining: 0, isExceeded: false });
  const over = await limits.withdrawals(user);
  expect(over).toMatchObject({ remaining: 0, isExceeded: true });
  expect(over.resetsInSeconds).toBeGreaterThan(0);
  expect(over.resetsInSeconds).toBeLessThanOrEqual(60);
  expect((await limits.topups(user)).remaining).toBe(2); // counted apart
});

test("without Redis each gateway counts for itself: neither open nor shut", async () => {
  const away = new Redis({
    port: 1,
    host: "127.0.0.1",
    enableOfflineQueue: false,
    lazyConnect: true,
    retryStrategy: null,
  });
  away.on("error", () => {});
  clients.push(away);
  expect(await taken(createRateLimits(away, TERMS), "key", 15)).toBe(TERMS.perKey);
  expect(await taken(createRateLimits(null, TERMS), "key", 15)).toBe(TERMS.perKey);
});
