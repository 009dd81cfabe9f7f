import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { createApp } from "./app.ts";
import { type GatewayBench, gatewayBench } from "./testing/gateway-bench.ts";
import { startTestWorkers } from "./testing/test-workers.ts";

const DESTINATION = "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ";

describe("with everything there", () => {
  let bench: GatewayBench;
  beforeAll(async () => {
    bench = await gatewayBench("app");
  }, 60_000);
  afterAll(() => bench.close());

  test("an unknown route, and a wrong method on a known one, is not found, as JSON", async () => {
    for (const [method, path] of [
      ["GET", "/nothing"],
      ["PUT", "/users"],
      ["DELETE", "/api/v1/orders"],
      ["GET", "/api/v2/users"],
    ] as const) {
      const reply = await bench.request(method, path, { key: null });
      expect([reply.status, reply.body.error.code]).toEqual([404, "NOT_FOUND"]);
      expect(reply.headers.get("content-type")).toContain("application/json");
    }
  });

  test("a request keeps its own id when it is printable, and is given one otherwise", async () => {
    const idOf = async (sent: string) =>
      (await bench.request("GET", "/health", { headers: { "X-Request-ID": sent } })).headers.get("X-Request-ID");
    expect(await idOf("shop 7/42")).toBe("shop 7/42");
    for (const bad of ["", "x".repeat(129), "tab\tinside"]) expect(await idOf(bad)).toMatch(/^[0-9a-f-]{36}$/);
    const refused = await bench.request("GET", "/users", { key: null, headers: { "X-Request-ID": "mine" } });
    expect([refused.body.error.requestId, refused.headers.get("X-Request-ID")]).toEqual(["mine", "mine"]);
  });

  test("an unforeseen failure tells its request id and nothing else", async () => {
    const broken = new Proxy(bench.db, {
      get: () => {
        throw new Error("SELECT secret FROM /etc/passwd");
      },
    });
    const response = await createApp({ ...bench.deps, db: broken }).request("/orders/x", {
      headers: { "x-api-key": bench.deps.config.masterKey },
    });
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(body).error).toMatchObject({
      code: "INTERNAL_ERROR",
      requestId: response.headers.get("X-Request-ID"),
    });
    expect(body).not.toMatch(/secret|passwd|\.ts/);
  });

  test("an error links to its page, which is there", async () => {
    const { body } = await bench.request("GET", "/users/x");
    const page = await bench.request("GET", body.error.docs, { key: null });
    expect(page.status).toBe(200);
    expect(page.text).toContain("# USER_NOT_FOUND");
    expect((await bench.request("GET", "/docs/errors/..%2F..%2Fpackage", { key: null })).status).toBe(404);
  });

  test("readiness names every dependency, and is 503 while one is missing that it needs", async () => {
    await bench.request("POST", "/users", { body: { externalUserId: randomUUID() } });
    const ready = await bench.request("GET", "/ready", { key: null });
    expect(ready.status).toBe(200);
    expect(ready.body.dependencies).toMatchObject({
      database: { status: "up" },
      redis: { status: "up" },
      temporal: { status: "up" },
      workers: { status: "up" },
      deposits: { status: "down", required: false },
      stellar: { status: "down", required: false },
    });
    expect(ready.body.status).toBe("degraded");

    const redis = new Redis({
      port: 1,
      host: "127.0.0.1",
      lazyConnect: true,
      enableOfflineQueue: false,
      retryStrategy: null,
    });
    redis.on("error", () => {});
    const response = await createApp({ ...bench.deps, redis }).request("/health/detailed");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: "unhealthy", dependencies: { redis: { status: "down" } } });
  });

  test("readiness tells how far deposits were read, and how long ago", async () => {
    const row = { name: "deposits/test", cursor: "7", ledger: 42, ledgerClosedAt: new Date(Date.now() - 9_000) };
    await bench.db.prisma.streamCursor.create({ data: row });
    const gap = { stream: row.name, fromLedger: 3, toLedger: 9 };
    await bench.db.prisma.streamGap.create({ data: gap });
    const { deposits } = (await bench.request("GET", "/ready")).body.dependencies;
    expect(deposits).toMatchObject({ status: "up", detail: { ledger: 42, cursor: "7", unseenStretches: 1 } });
    expect(deposits.detail.ledgerAgeSeconds).toBeGreaterThanOrEqual(9);
  });

  test("configuration tells the limits in force without a credential", async () => {
    const { body } = await bench.request("GET", "/api/v1/config", { key: null });
    expect(body).toMatchObject({
      currencies: ["USD"],
      limits: {
        topup: { min: "0.01", max: "10000.00" },
        withdrawal: { min: "0.01", max: "5000.00" },
        order: { min: "0.01", max: "50000.00" },
      },
    });
  });

  test("the contract and the page to browse it are served from here alone", async () => {
    const contract = await bench.request("GET", "/api/v1/openapi.json", { key: null });
    expect(contract.body.openapi).toMatch(/^3\.1/);
    const page = await bench.request("GET", "/docs", { key: null });
    expect(page.text).toContain("/docs/standalone.js");
    expect(page.text).not.toMatch(/src="https?:/);
    const script = await bench.request("GET", "/docs/standalone.js", { key: null });
    expect([script.status, script.headers.get("content-type")]).toEqual([200, "text/javascript"]);
  });
});

describe("with Temporal away", () => {
  let bench: GatewayBench;
  beforeAll(async () => {
    bench = await gatewayBench("away", { temporalAddress: "127.0.0.1:1" });
  }, 60_000);
  afterAll(() => bench.close());

  test("reads go on, a user is still made, and a command is 503 with nothing done", async () => {
    const user = await bench.request("POST", "/users", { body: { externalUserId: randomUUID() } });
    expect(user.status).toBe(201);
    const body = { buyerId: user.body.data.id, sellerId: await bench.user(), amount: "1.00", title: "x" };
    const order = await bench.request("POST", "/orders", { body, headers: { "Idempotency-Key": "later" } });
    expect([order.status, order.body.error.code]).toEqual([503, "SERVICE_UNAVAILABLE"]);
    expect(Number(order.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await bench.db.prisma.order.count()).toBe(0);
    expect((await bench.request("GET", "/orders")).status).toBe(200);
    const ready = await bench.request("GET", "/ready");
    expect([ready.status, ready.body.dependencies.temporal.status]).toEqual([503, "down"]);
  }, 60_000);
});

test("a withdrawal that no worker could take yet is 202, and is made once when one comes", async () => {
  const bench = await gatewayBench("late", { workers: false });
  const userId = await bench.user("100.00");
  const { connectionOptions, namespace } = bench.deps.config.temporal;
  const body = { userId, amount: "30.00", destinationType: "crypto", destinationRef: DESTINATION, commit: false };
  const headers = { "Idempotency-Key": "late", Prefer: "wait=0" };
  const early = await bench.request("POST", "/withdrawals", { body, headers });
  const worker = await startTestWorkers({
    db: bench.db,
    address: connectionOptions.address ?? "",
    namespace,
    enabled: true,
  });
  try {
    expect(early.status).toBe(202);
    const repeat = await bench.request("POST", "/withdrawals", { body, headers: { ...headers, Prefer: "wait=20" } });
    expect([repeat.status, repeat.body.id]).toEqual([201, early.body.id]);
    expect(await bench.db.prisma.withdrawal.count()).toBe(1);
    expect((await bench.request("GET", `/users/${userId}/balance`)).body.available).toBe("70.00");
  } finally {
    await worker.stop();
    await bench.close();
  }
}, 60_000);

test("with Postgres away every call that needs it is 503, and health still answers", async () => {
  const bench = await gatewayBench("dry", { databaseUrl: "postgresql://127.0.0.1:1/none", workers: false });
  try {
    for (const [method, path] of [
      ["GET", "/users"],
      ["GET", "/orders/x"],
      ["POST", "/users"],
    ] as const) {
      const body = method === "POST" ? { externalUserId: "x" } : undefined;
      const reply = await bench.request(method, path, { body, headers: { "Idempotency-Key": "k" } });
      expect([reply.status, reply.body.error.code]).toEqual([503, "SERVICE_UNAVAILABLE"]);
    }
    expect((await bench.request("GET", "/health")).status).toBe(200);
    expect((await bench.request("GET", "/ready")).status).toBe(503);
  } finally {
    await bench.close();
  }
}, 60_000);
