import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { until } from "../../../tests/support/until.ts";
import { createApp } from "../../app.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY } from "../../testing/gateway-bench.ts";
import { ENDPOINTS } from "../index.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("maintenance", { workers: false });
}, 60_000);
afterAll(() => bench.close());
afterEach(() => switchOff());

const switchOn = (body: object = {}, key = MASTER_KEY) =>
  bench.request("POST", "/admin/maintenance/enable", { body, key });
const switchOff = () => bench.request("POST", "/admin/maintenance/disable");
const status = async () => (await bench.request("GET", "/admin/maintenance/status")).body.data;
const codeOf = async (method: string, path: string, body?: object) =>
  (await bench.request(method, path, body ? { body } : {})).body.error?.code ?? "done";
/** What switches maintenance, the emergency stop, and that of one user. */
const WORKS_MEANWHILE = /^\/admin\/(maintenance|freeze|unfreeze|fence\/take)|^\/users\/\{id\}\/(suspend|reinstate)$/;
const untilRefused = () =>
  until("commands are refused", async () => (await codeOf("POST", "/orders", {})) === "MAINTENANCE_MODE");

test("is off at first, and tells who switched it on, when and why", async () => {
  const off = { enabled: false, message: null, enabledAt: null, enabledBy: null };
  expect(await status()).toEqual(off);
  const on = (await switchOn({ message: "back at noon" })).body.data;
  expect(on).toEqual({ enabled: true, message: "back at noon", enabledAt: expect.any(String), enabledBy: "master" });
  expect(await status()).toEqual(on);
  const reworded = (await switchOn({ message: "back at one" })).body.data;
  expect(reworded).toEqual({ ...on, message: "back at one" });
  expect((await switchOff()).body.data).toEqual(off);
});

test("while on, every route that changes something is 503 with Retry-After, and has done nothing", async () => {
  await switchOn({ message: "back at noon" });
  await untilRefused();
  const changing = ENDPOINTS.map(({ declaration }) => declaration).filter(
    ({ method, access, path }) => method !== "get" && access !== "public" && !WORKS_MEANWHILE.test(path),
  );
  const before = await bench.db.prisma.auditRecord.count();
  for (const { method, path, access } of changing.filter((one) => one.access !== "read")) {
    const reply = await bench.request(
      method.toUpperCase(),
      path.replaceAll(/\{\w+\}/g, "x"),
      method === "post" ? { text: "{" } : {},
    );
    expect([path, access, reply.status, reply.body.error.code]).toEqual([path, access, 503, "MAINTENANCE_MODE"]);
    expect(Number(reply.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(reply.body.error.details).toMatchObject({ message: "back at noon" });
  }
  expect(await bench.db.prisma.auditRecord.count()).toBe(before);
});

test("while on, signing can still be frozen: nobody has to let commands in to stop the money", async () => {
  await switchOn();
  await untilRefused();
  expect(await codeOf("POST", "/admin/freeze", { reason: "a key is lost" })).toBe("done");
  expect((await bench.request("GET", "/admin/freeze")).body.data.frozen).toBe(true);
});

test("while on, reads go on, credentials are checked first, and what is only asked again is asked", async () => {
  await switchOn();
  await untilRefused();
  const userId = await bench.user("5.00");
  for (const path of [
    "/orders",
    "/users",
    `/users/${userId}/balance`,
    "/audit/logs",
    "/health",
    "/config",
    "/auth/api-keys",
  ]) {
    expect([path, (await bench.request("GET", path)).status]).toEqual([path, 200]);
  }
  expect((await bench.request("POST", "/orders", { key: null, body: {} })).status).toBe(401);
  expect((await bench.request("POST", "/orders", { key: await bench.keyWith(["read"]), body: {} })).status).toBe(403);
  expect(await codeOf("POST", "/withdrawals/wd_x/refresh", {})).toBe("WITHDRAWAL_NOT_FOUND");
});

test("reaches every gateway, and ends on every one", async () => {
  const other = createApp(bench.deps);
  const refused = async () => {
    const headers = { "x-api-key": MASTER_KEY };
    return (await other.request("/orders", { method: "POST", headers, body: "{}" })).status === 503;
  };
  expect(await refused()).toBe(false);
  await switchOn();
  await until("the other gateway refuses", refused);
  await switchOff();
  await until("the other gateway takes commands", async () => !(await refused()));
});

test("a command refused by it may be sent again with its key, and has its effect then", async () => {
  const userId = await bench.user("5.00");
  const reserve = () =>
    bench.request("POST", `/users/${userId}/balance/reserve`, {
      body: { amount: "5.00", orderId: "x" },
      headers: { "Idempotency-Key": "patient" },
    });
  await switchOn();
  await untilRefused();
  expect((await reserve()).status).toBe(503);
  await switchOff();
  await until("it is taken", async () => (await reserve()).status === 200);
  expect((await bench.request("GET", `/users/${userId}/balance`)).body.reserved).toBe("5.00");
});

test("is the operator's: neither write nor a key of one user switches it", async () => {
  expect((await switchOn({}, await bench.keyWith(["read", "write"]))).status).toBe(403);
  expect((await switchOn({}, await bench.keyWith(["support"], await bench.user()))).status).toBe(403);
  expect((await status()).enabled).toBe(false);
});

test("of many who switch it on at once, one begins it", async () => {
  const replies = await Promise.all(Array.from({ length: 10 }, () => switchOn({ message: "together" })));
  expect(new Set(replies.map(({ body }) => JSON.stringify(body.data))).size).toBe(1);
  const rows = await bench.db.prisma.auditRecord.findMany({
    where: { payloadAfter: { path: ["message"], equals: "together" } },
  });
  expect(rows).toHaveLength(1);
});
