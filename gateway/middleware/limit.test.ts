import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createApp } from "../app.ts";
import { parseTrustedProxies } from "../client-address.ts";
import { createRateLimits } from "../rate-limits.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY } from "../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("limits", { workers: false });
}, 60_000);
afterAll(() => bench.close());

const TERMS = { windowSeconds: 60, perKey: 3, perAddress: 2, withdrawals: 1, topups: 1 };

/** A gateway of its own, whose windows nobody has used. */
function gateway(terms = TERMS, trusted = "") {
  const config = { ...bench.deps.config, isTrustedProxy: parseTrustedProxies(trusted) };
  const app = createApp({ ...bench.deps, config, rateLimits: createRateLimits(null, terms) });
  return async (path: string, init: RequestInit = {}, remoteAddress = "198.51.100.1") => {
    const response = await app.request(path, init, { incoming: { socket: { remoteAddress } } });
    return { status: response.status, headers: response.headers, body: (await response.json()) as ErrorBody };
  };
}
interface ErrorBody {
  readonly error?: { readonly code: string; readonly details?: Readonly<Record<string, number>> };
}

const as = (key: string, more: RequestInit = {}): RequestInit => ({ ...more, headers: { "x-api-key": key } });
const windowOf = (headers: Headers) => ["X-RateLimit-Limit", "X-RateLimit-Remaining"].map((name) => headers.get(name));
const statuses = async (calls: number, one: () => Promise<{ readonly status: number }>) => {
  const seen: number[] = [];
  for (let index = 0; index < calls; index += 1) seen.push((await one()).status);
  return seen;
};

describe("a key", () => {
  test("is told its window on every reply, and over it when to come back", async () => {
    const send = gateway();
    const key = await bench.keyWith(["read"]);
    const first = await send("/orders", as(key));
    expect([first.status, ...windowOf(first.headers)]).toEqual([200, "3", "2"]);
    expect(first.headers.get("RateLimit-Policy")).toBe("3;w=60");
    const resetSeconds = Number(first.headers.get("X-RateLimit-Reset")) - Date.now() / 1000;
    expect(Math.abs(resetSeconds - Number(first.headers.get("RateLimit-Reset")))).toBeLessThan(3);
    const missing = await send("/orders/nobody", as(key));
    expect([missing.status, ...windowOf(missing.headers)]).toEqual([404, "3", "1"]);
    const forbidden = await send("/users", as(key, { method: "POST" }));
    expect([forbidden.status, ...windowOf(forbidden.headers)]).toEqual([403, "3", "0"]);

    const over = await send("/orders", as(key));
    expect([over.status, over.body.error?.code]).toEqual([429, "RATE_LIMITED"]);
    const retryAfter = Number(over.headers.get("Retry-After"));
    expect(retryAfter).toBeGreaterThan(0);
    expect(over.body.error?.details).toEqual({ limit: 3, windowSeconds: 60, retryAfter });
    expect(windowOf(over.headers)).toEqual(["3", "0"]);
  });

  test("over its limit stops no other key, whatever address they share, and its token shares its window", async () => {
    const send = gateway();
    const [busy, other] = [await bench.keyWith(["read"]), await bench.keyWith(["read"])];
    expect(await statuses(4, () => send("/orders", as(busy)))).toEqual([200, 200, 200, 429]);
    expect((await send("/orders", as(other))).status).toBe(200);
    expect((await send("/api/v1/orders", as(busy))).status).toBe(429);
  });

  test("over its limit changes nothing", async () => {
    const send = gateway({ ...TERMS, perKey: 1 });
    const before = await bench.db.prisma.user.count();
    const create = (externalUserId: string) =>
      send("/users", { ...as(MASTER_KEY, { method: "POST" }), body: JSON.stringify({ externalUserId }) });
    expect([(await create("limit-1")).status, (await create("limit-2")).status]).toEqual([201, 429]);
    expect((await bench.db.prisma.user.count()) - before).toBe(1);
  });
});

describe("an address", () => {
  test.each<[string, string, RequestInit, number]>([
    ["public calls", "/health", {}, 200],
    ["guesses of a key", "/orders", { headers: { "x-api-key": "guessed" } }, 401],
    ["calls without a key", "/orders", {}, 401],
    ["calls of nothing", "/nothing/here", {}, 404],
    ["calls of nothing, with the prefix", "/api/v1/nothing", {}, 404],
    ["reads of the contract", "/openapi.json", {}, 200],
  ])("has a limit of %s", async (_what, path, init, status) => {
    const send = gateway();
    const replies = [await send(path, init), await send(path, init), await send(path, init)];
    expect(replies.map((reply) => reply.status)).toEqual([status, status, 429]);
    expect(replies.map(({ headers }) => headers.get("X-RateLimit-Remaining"))).toEqual(["1", "0", "0"]);
    expect((await send(path, init, "198.51.100.2")).status).toBe(status);
  });

  test("is the client's when a proxy of ours says so, and never what a client says of itself", async () => {
    const forwarded = (client: string) => ({ headers: { "X-Forwarded-For": client } });
    const behind = gateway(TERMS, "10.0.0.0/8");
    const viaProxy = (client: string) => behind("/health", forwarded(client), "10.0.0.1");
    expect(await statuses(3, () => viaProxy("203.0.113.1"))).toEqual([200, 200, 429]);
    expect((await viaProxy("203.0.113.2")).status).toBe(200);
    const direct = gateway(TERMS, "10.0.0.0/8");
    let index = 0;
    const liar = () => direct("/health", forwarded(`203.0.113.${index++}`));
    expect(await statuses(3, liar)).toEqual([200, 200, 429]);
  });
});

test("withdrawals of one user have a limit of their own, over all keys; another user's go on", async () => {
  const send = gateway({ ...TERMS, perKey: 100 });
  const withdraw = async (userId: string, key = MASTER_KEY, name = "userId") => {
    const body = JSON.stringify({
      [name]: userId,
      amount: "1.00",
      destinationType: "crypto",
      destinationRef: "nowhere",
    });
    return send("/withdrawals", { ...as(key, { method: "POST" }), body });
  };
  const [user, other] = [await bench.user(), await bench.user()];
  const first = await withdraw(user);
  expect([first.status, ...windowOf(first.headers)]).toEqual([422, "1", "0"]);
  expect((await withdraw(user, await bench.keyWith(["write"]))).status).toBe(429);
  expect((await withdraw(user, MASTER_KEY, "user_id")).status).toBe(429);
  expect((await withdraw(other)).status).toBe(422);
  const bound = await bench.keyWith(["write"], other);
  expect((await withdraw(await bench.user(), bound)).status).toBe(429); // its own user's window, not the named one's
});
