import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type GatewayBench, gatewayBench, MASTER_KEY } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("audit", { workers: false });
}, 60_000);
afterAll(() => bench.close());

const logs = async (query = "", key = MASTER_KEY) => bench.request("GET", `/audit/logs${query}`, { key });
const idOf = (key: string) => /key_[0-9A-Za-z]{32}/.exec(key)?.[0] ?? "";
const typesOf = (rows: readonly { eventType: string }[]) => rows.map(({ eventType }) => eventType);

describe("every change that the gateway makes", () => {
  const changes: [string, string, string, (userId: string, keyId: string) => [string, string, object?]][] = [
    [
      "user.created",
      "CREATE",
      "User",
      () => ["POST", "/users", { externalUserId: randomUUID(), email: "jane@example.org" }],
    ],
    [
      "api_key.created",
      "CREATE",
      "ApiKey",
      () => ["POST", "/auth/api-keys", { scopes: ["read"], name: "call +1 at j@ex.org" }],
    ],
    ["api_key.token_issued", "CREATE", "ApiKey", (_user, key) => ["POST", `/auth/api-keys/${key}/token`]],
    ["api_key.revoked", "DELETE", "ApiKey", (_user, key) => ["DELETE", `/auth/api-keys/${key}`]],
    [
      "balance.credited",
      "UPDATE",
      "Balance",
      (user) => ["POST", `/users/${user}/balance/credit`, { amount: "5.00", description: "asked by j@ex.org" }],
    ],
    [
      "balance.reserved",
      "UPDATE",
      "Balance",
      (user) => ["POST", `/users/${user}/balance/reserve`, { amount: "1.00", orderId: "x" }],
    ],
    [
      "maintenance.enabled",
      "UPDATE",
      "Maintenance",
      () => ["POST", "/admin/maintenance/enable", { message: "soon back" }],
    ],
    ["maintenance.disabled", "UPDATE", "Maintenance", () => ["POST", "/admin/maintenance/disable"]],
  ];

  test.each(changes)(
    "%s is one row, with who did it and the request that asked, however often it is sent",
    async (eventType, action, resourceType, make) => {
      const [method, path, body] = make(await bench.user("5.00"), idOf(await bench.keyWith(["read"])));
      const requestId = randomUUID();
      const headers = { "X-Request-ID": requestId, "Idempotency-Key": requestId, Prefer: "wait=0" };
      const send = () => bench.request(method, path, { ...(method === "POST" && { body: body ?? {} }), headers });
      const replies = [await send(), await send()];
      for (const { status } of replies) expect([200, 201]).toContain(status);
      const rows = await bench.db.prisma.auditRecord.findMany({ where: { correlationId: requestId } });
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        eventType,
        action,
        resourceType,
        actorType: "api_key",
        actorId: "master",
        result: "SUCCESS",
      });
      expect(JSON.stringify([rows[0]?.payloadBefore, rows[0]?.payloadAfter])).not.toMatch(/@ex|ohk_/);
      const told = (await logs(`?action=${eventType}&limit=1`)).body.data[0];
      expect(told).toMatchObject({ id: rows[0]?.id, eventType, correlationId: requestId });
      expect(Object.keys(told).sort()).toEqual(
        "action actorId actorType correlationId eventType id occurredAt payloadAfter payloadBefore resourceId resourceType result".split(
          " ",
        ),
      );
    },
  );

  test("shows what was there before and after", async () => {
    const keyId = idOf(await bench.keyWith(["read"]));
    await bench.request("DELETE", `/auth/api-keys/${keyId}`);
    const [revoked, made] = (await logs(`?resourceId=${keyId}`)).body.data;
    expect(made).toMatchObject({ action: "CREATE", payloadBefore: null, payloadAfter: { scopes: ["read"] } });
    expect(revoked).toMatchObject({
      payloadBefore: { scopes: ["read"] },
      payloadAfter: { revokedAt: expect.any(String) },
    });
  });
});

describe("filters", () => {
  test("take the type of a resource in any case, its id, an action or an event, and a time", async () => {
    const userId = await bench.user("9.00");
    await bench.request("POST", `/users/${userId}/balance/reserve`, { body: { amount: "1.00", orderId: "a" } });
    const between = new Date().toISOString();
    await bench.request("POST", `/users/${userId}/balance/cancel-reservation`, {
      body: { amount: "1.00", orderId: "a" },
    });
    const found = async (query: string) => typesOf((await logs(`?resourceId=${userId}&${query}`)).body.data);
    expect(await found("resourceType=bALANCE")).toEqual(["balance.released", "balance.reserved"]);
    expect(await found("action=CREATE")).toEqual(["user.created"]);
    expect(await found("action=balance.reserved")).toEqual(["balance.reserved"]);
    expect(await found(`from=${between}`)).toEqual(["balance.released"]);
    expect(await found(`to=${between}`)).toEqual(["balance.reserved", "user.created"]);
    expect(await found("resource_type=order")).toEqual([]);
  });

  test("find by a user also what concerns this user's orders, keys and holds", async () => {
    const [buyer, seller] = [await bench.user("9.00"), await bench.user()];
    const key = idOf(await bench.keyWith(["read"], buyer));
    await bench.request("POST", `/users/${buyer}/balance/reserve`, { body: { amount: "1.00", orderId: "a" } });
    await bench.request("POST", `/users/${buyer}/balance/release`, {
      body: { amount: "1.00", orderId: "a", sellerId: seller },
    });
    const rows = (await logs(`?userId=${buyer}`)).body.data as { eventType: string; resourceId: string }[];
    expect(typesOf(rows)).toEqual(["balance.credited", "balance.reserved", "api_key.created", "user.created"]);
    expect(rows.map(({ resourceId }) => resourceId)).toEqual([seller, buyer, key, buyer]);
    const bound = await bench.keyWith(["support"], seller);
    expect(new Set((await logs("", bound)).body.data.map((row: { resourceId: string }) => row.resourceId))).toEqual(
      new Set([seller, idOf(bound)]),
    );
    expect(typesOf((await logs(`?userId=${buyer}`, bound)).body.data)).toEqual(["balance.credited"]);
  });

  test.each([
    "action=MAKE",
    "action=a.b.c",
    "from=yesterday",
    "to=1",
    "limit=0",
    "limit=x",
    "cursor=aud_nobody",
    "resourceType=1",
  ])("refuse %s", async (query) => expect((await logs(`?${query}`)).body.error?.code).toBe("VALIDATION_ERROR"));
});

test("pages lead through all rows once, newest first, whatever is written meanwhile", async () => {
  const userId = await bench.user("100.00");
  for (let index = 0; index < 7; index += 1) {
    await bench.request("POST", `/users/${userId}/balance/reserve`, { body: { amount: "1.00", orderId: `o${index}` } });
  }
  const seen: string[] = [];
  for (let query = `?resourceId=${userId}&limit=3`; query; ) {
    const { data, hasMore, nextCursor } = (await logs(query)).body;
    seen.push(...data.map(({ id }: { id: string }) => id));
    expect(hasMore).toBe(nextCursor !== null);
    await bench.request("POST", `/users/${userId}/balance/reserve`, {
      body: { amount: "1.00", orderId: `later ${seen.length}` },
    });
    query = hasMore ? `?resourceId=${userId}&limit=3&cursor=${nextCursor}` : "";
  }
  expect([seen.length, new Set(seen).size]).toEqual([8, 8]);
});
