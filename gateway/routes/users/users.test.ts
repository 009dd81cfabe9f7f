import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { until } from "../../../tests/support/until.ts";
import { startMissingWallets } from "../../relay.ts";
import { type GatewayBench, gatewayBench } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("users");
}, 60_000);
afterAll(() => bench.close());

const create = (body: object, headers = {}) => bench.request("POST", "/api/v1/users", { body, headers });

describe("POST /users", () => {
  test("makes a user with a wallet, an event and an audit row that hides the e-mail", async () => {
    const externalUserId = randomUUID();
    const { status, body } = await create({
      external_user_id: externalUserId,
      email: "ann@example.com",
      type: "buyer",
    });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      externalUserId,
      email: "ann@example.com",
      type: "BUYER",
      status: "ACTIVE",
      metadata: null,
      balance: { available: "0.00", reserved: "0.00", currency: "USD" },
      airtmLinked: false,
    });
    expect(body.meta.requestId).toBeTruthy();
    const { id } = body.data;
    expect(await bench.db.prisma.wallet.count({ where: { userId: id } })).toBe(1);
    expect(await bench.db.prisma.event.count({ where: { aggregateId: id, type: "user.created" } })).toBe(1);
    const audit = await bench.db.prisma.auditRecord.findFirstOrThrow({ where: { resourceId: id } });
    expect(JSON.stringify(audit)).not.toContain("ann@example.com");
  });

  test("is the same user for the same externalUserId, twenty times at once", async () => {
    const externalUserId = randomUUID();
    const replies = await Promise.all(Array.from({ length: 20 }, () => create({ externalUserId })));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map(({ body }) => body.data.id)).size).toBe(1);
    const userId = replies[0]?.body.data.id;
    expect(await bench.db.prisma.wallet.count({ where: { userId } })).toBe(1);
    expect(await bench.db.prisma.event.count({ where: { aggregateId: userId } })).toBeLessThanOrEqual(2);
  });

  test("leaves a known user unchanged", async () => {
    const externalUserId = randomUUID();
    const first = await create({ externalUserId, type: "SELLER" });
    const second = await create({ externalUserId, type: "BUYER", email: "new@example.com" });
    expect(second.status).toBe(201);
    expect(second.body.data).toEqual(first.body.data);
  });

  test.each([
    [{}, "externalUserId"],
    [{ externalUserId: "" }, "externalUserId"],
    [{ externalUserId: 7 }, "externalUserId"],
    [{ externalUserId: "x".repeat(256) }, "externalUserId"],
    [{ externalUserId: "a\u0000b" }, "externalUserId"],
    [{ externalUserId: "\ud800" }, "externalUserId"],
    [{ externalUserId: "x", email: "no mail" }, "email"],
    [{ externalUserId: "x", type: "GOD" }, "type"],
    [{ externalUserId: "x", metadata: [] }, "metadata"],
    [{ externalUserId: "x", status: "ACTIVE" }, "status"],
    [{ externalUserId: "x", external_user_id: "y" }, "external_user_id"],
  ])("refuses %j and names the field", async (body, field) => {
    const reply = await create(body);
    expect([reply.status, reply.body.error.code]).toEqual([400, "VALIDATION_ERROR"]);
    expect(reply.body.error.details.fields.map((one: { field: string }) => one.field)).toContain(field);
    expect(reply.body.error.details.validationErrors).toHaveLength(reply.body.error.details.fields.length);
  });
});

describe("GET /users", () => {
  test("pages through everybody once, newest first", async () => {
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.unshift(await bench.user());
    const seen: string[] = [];
    let cursor = "";
    do {
      const { body } = await bench.request("GET", `/users?limit=2${cursor && `&cursor=${cursor}`}`);
      expect(body.data.length).toBeLessThanOrEqual(2);
      seen.push(...body.data.map((user: { id: string }) => user.id));
      expect(body.hasMore).toBe(body.nextCursor !== null);
      cursor = body.nextCursor ?? "";
    } while (cursor);
    expect(seen.slice(0, 5)).toEqual(made);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test.each([
    "limit=0",
    "limit=-1",
    "limit=x",
    "limit=1.5",
    "cursor=usr_unknown",
    "status=DEAD",
    "limit=1&limit=2",
    "color=red",
  ])("refuses ?%s", async (query) => {
    const { status, body } = await bench.request("GET", `/users?${query}`);
    expect([status, body.error.code]).toEqual([400, "VALIDATION_ERROR"]);
  });

  test("shows at most a hundred, however many are asked for", async () => {
    expect((await bench.request("GET", "/users?limit=100000")).status).toBe(200);
  });
});

describe("a key bound to a user", () => {
  test("sees that user, and others like unknown ones, word for word", async () => {
    const [own, other] = [await bench.user(), await bench.user()];
    const key = await bench.keyWith(["read"], own);
    expect((await bench.request("GET", `/users/${own}`, { key })).status).toBe(200);
    const foreign = await bench.request("GET", `/users/${other}`, { key });
    const missing = await bench.request("GET", "/users/usr_nobody", { key });
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body.error, requestId: "", details: {} }).toEqual({
      ...missing.body.error,
      requestId: "",
      details: {},
    });
    expect((await bench.request("GET", "/users", { key })).body.data.map(({ id }: { id: string }) => id)).toEqual([
      own,
    ]);
  });

  test("does not learn of others by creating them", async () => {
    const own = await bench.user();
    const other = await bench.user();
    const { externalUserId } = await bench.db.prisma.user.findUniqueOrThrow({ where: { id: other } });
    const key = await bench.keyWith(["write"], own);
    const reply = await bench.request("POST", "/users", { key, body: { externalUserId } });
    expect([reply.status, reply.body.error.code]).toEqual([403, "INSUFFICIENT_SCOPE"]);
  });
});

test("the balance shows what is held as reserved, at top level too; zeros for an unknown user", async () => {
  const userId = await bench.user("12.5000001");
  const { body } = await bench.request("GET", `/users/${userId}/balance`);
  const balance = { userId, user_id: userId, available: "12.5000001", reserved: "0.00", total: "12.5000001" };
  expect(body).toMatchObject({ ...balance, currency: "USD", data: balance });
  const unknown = await bench.request("GET", "/users/usr_nobody/balance");
  expect(unknown.body).toMatchObject({ available: "0.00", reserved: "0.00", total: "0.00" });
});

test("a user whose wallet was never made gets one from the relay", async () => {
  const userId = await bench.user();
  expect((await bench.request("GET", `/users/${userId}/wallet`)).body.error.code).toBe("NOT_FOUND");
  await startMissingWallets(bench.deps);
  await until("the wallet is there", () => bench.db.prisma.wallet.findUnique({ where: { userId } }), 20);
  expect((await bench.request("GET", `/users/${userId}/wallet/deposit`)).status).toBe(200);
});

test("an account that is away is told as a failure of the network, not as an empty one", async () => {
  const userId = (await create({ externalUserId: randomUUID() })).body.data.id;
  const { status, body } = await bench.request("GET", `/users/${userId}/wallet`);
  expect([status, body.error.code]).toEqual([502, "STELLAR_NETWORK_ERROR"]);
});
