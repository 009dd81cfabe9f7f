import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createApp } from "../../gateway/app.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY } from "../../gateway/testing/gateway-bench.ts";

// What a credential must never open, across routes; what one route decides alone is tested beside it.

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("credentials", { workers: false });
}, 60_000);
afterAll(() => bench.close());

const headersOf = (name: string) => ({ headers: { "Idempotency-Key": name } });
const idOf = (key: string) => /key_[0-9A-Za-z]{32}/.exec(key)?.[0] ?? "";

describe("a kept answer", () => {
  const credit = (userId: string, key: string | null, name: string) => {
    const body = { amount: "1.00", description: "a test" };
    return bench.request("POST", `/users/${userId}/balance/credit`, { key, body, ...headersOf(name) });
  };

  test("is given to nobody without a credential and the scope; unbound keys of the installation are one caller", async () => {
    const userId = await bench.user();
    const [mine, theirs] = [await bench.keyWith(["write"]), await bench.keyWith(["write"])];
    const first = await credit(userId, mine, "shared name");
    expect((await credit(userId, null, "shared name")).status).toBe(401);
    expect((await credit(userId, await bench.keyWith(["read"]), "shared name")).status).toBe(403);
    for (const key of [theirs, mine]) {
      const again = await credit(userId, key, "shared name");
      expect([again.headers.get("Idempotent-Replayed"), again.body.auditLogId]).toEqual([
        "true",
        first.body.auditLogId,
      ]);
    }
    expect((await bench.request("GET", `/users/${userId}/balance`)).body.available).toBe("1.00");
  });

  test("is not given on another path under the same name", async () => {
    const userId = await bench.user();
    await credit(userId, MASTER_KEY, "two paths");
    const body = { amount: "1.00", orderId: "x" };
    const reserve = await bench.request("POST", `/users/${userId}/balance/reserve`, {
      body,
      ...headersOf("two paths"),
    });
    expect([reserve.status, reserve.headers.get("Idempotent-Replayed")]).toEqual([200, null]);
  });

  test("dies for a key with the key", async () => {
    const [userId, key] = [await bench.user(), await bench.keyWith(["write"])];
    expect((await credit(userId, key, "before the end")).status).toBe(200);
    await bench.request("DELETE", `/auth/api-keys/${idOf(key)}`);
    expect((await credit(userId, key, "before the end")).body.error.code).toBe("INVALID_API_KEY");
  });
});

test("a key that expires does so while it is used", async () => {
  const key = await bench.keyWith(["read"], null, new Date(Date.now() + 60_000));
  const at = (now: Date) =>
    createApp({ ...bench.deps, now: () => now }).request("/orders", { headers: { "x-api-key": key } });
  expect((await at(new Date())).status).toBe(200);
  expect((await at(new Date(Date.now() + 61_000))).status).toBe(401);
});

test("credentials, scopes and the forms of requests are checked alike in every environment", async () => {
  const codes = async (environment: string) => {
    const app = createApp({ ...bench.deps, config: { ...bench.deps.config, environment } });
    const send = async (path: string, key: string, body: object | null) => {
      const init = { headers: { "x-api-key": key }, ...(body && { method: "POST", body: JSON.stringify(body) }) };
      return (await app.request(path, init)).status;
    };
    const reader = await bench.keyWith(["read"]);
    return [
      await send("/orders", "nobody", null),
      await send("/users", reader, { externalUserId: "x" }),
      await send("/users", MASTER_KEY, { externalUserId: "" }),
      await send("/users", MASTER_KEY, { externalUserId: "x", surprise: 1 }),
      await send("/orders?limit=0", MASTER_KEY, null),
    ];
  };
  const expected = [401, 403, 400, 400, 400];
  expect([await codes("production"), await codes("development"), await codes("test")]).toEqual([
    expected,
    expected,
    expected,
  ]);
});
