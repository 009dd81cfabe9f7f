import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { until } from "../../../tests/support/until.ts";
import { type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("orders");
}, 60_000);
afterAll(() => bench.close());

const post = (path: string, body: object = {}, headers: Record<string, string> = {}, key?: string): Promise<Reply> =>
  bench.request("POST", path, { body, headers, ...(key && { key }) });

interface Parties {
  readonly buyerId: string;
  readonly sellerId: string;
}
const parties = async (balance = "500.00"): Promise<Parties> => ({
  buyerId: await bench.user(balance, "BUYER"),
  sellerId: await bench.user("0.00", "SELLER"),
});
const anOrder = async (more: object = {}, balance?: string) => {
  const people = await parties(balance);
  const reply = await post("/orders", { ...people, amount: "120.00", title: "A logo", ...more });
  return { ...people, id: String(reply.body.data?.id), reply };
};
const refusal = ({ status, body }: Reply) => [status, body.error?.code];

describe("POST /orders", () => {
  test("opens an order, flagged as a success, found under both prefixes", async () => {
    const { reply, id, buyerId, sellerId } = await anOrder({ metadata: { job: 7 }, description: "In blue." });
    expect(reply.status).toBe(201);
    expect(reply.body.success).toBe(true);
    expect(reply.body.data).toMatchObject({
      buyerId,
      sellerId,
      amount: "120.00",
      currency: "USD",
      escrowType: "single-release",
      status: "ORDER_CREATED",
      outcome: null,
      escrow: null,
      metadata: { job: 7 },
      description: "In blue.",
    });
    expect(id).toMatch(/^ord_[0-9A-Za-z]{32}$/);
    for (const prefix of ["", "/api/v1"]) {
      expect((await bench.request("GET", `${prefix}/orders/${id}`)).body.data).toEqual(reply.body.data);
    }
  });

  test("takes the names of older clients, and shares the amount among milestones without one", async () => {
    const { buyerId, sellerId } = await parties();
    const milestones = ["a", "b", "c"].map((ref) => ({ ref, description: `Part ${ref}` }));
    const body = {
      buyer_id: buyerId,
      seller_id: sellerId,
      amount: "100.00",
      title: "x",
      client_order_ref: randomUUID(),
      milestones,
    };
    const reply = await post("/orders", body);
    expect(reply.status).toBe(201);
    expect(reply.body.data.milestones.map((one: { amount: string }) => one.amount)).toEqual([
      "33.33",
      "33.33",
      "33.34",
    ]);
    const listed = await bench.request("GET", `/orders/${reply.body.data.id}/milestones`);
    expect(listed.body.data.map((one: { ref: string }) => one.ref)).toEqual(["a", "b", "c"]);
  });

  const bad: [object, number, string][] = [
    [{ amount: "-1.00" }, 400, "VALIDATION_ERROR"],
    [{ amount: "0.00" }, 400, "INVALID_AMOUNT_FORMAT"],
    [{ amount: "1e3" }, 400, "VALIDATION_ERROR"],
    [{ amount: "0.001" }, 400, "VALIDATION_ERROR"],
    [{ amount: "1,00" }, 400, "VALIDATION_ERROR"],
    [{ amount: "1.0" }, 400, "VALIDATION_ERROR"],
    [{ amount: "١٢.٠٠" }, 400, "VALIDATION_ERROR"],
    [{ amount: " 1.00" }, 400, "VALIDATION_ERROR"],
    [{ amount: "1.00\n" }, 400, "VALIDATION_ERROR"],
    [{ amount: 120 }, 400, "VALIDATION_ERROR"],
    [{ amount: null }, 400, "VALIDATION_ERROR"],
    [{ amount: "12345678901234567890.00" }, 400, "INVALID_AMOUNT"],
    [{ amount: "50000.01" }, 400, "INVALID_AMOUNT"],
    [{ currency: "EUR" }, 400, "INVALID_CURRENCY"],
    [{ title: "" }, 400, "VALIDATION_ERROR"],
    [{ title: "x".repeat(501) }, 400, "VALIDATION_ERROR"],
    [{ clientOrderRef: "x".repeat(101) }, 400, "VALIDATION_ERROR"],
    [{ metadata: "text" }, 400, "VALIDATION_ERROR"],
    [{ escrowType: "multi-release" }, 400, "VALIDATION_ERROR"],
    [{ unknown: 1 }, 400, "VALIDATION_ERROR"],
    [{ buyerId: "usr_nobody" }, 404, "USER_NOT_FOUND"],
    [{ buyerId: 5 }, 400, "VALIDATION_ERROR"],
    [{ milestones: [{ ref: "a", title: "A", amount: "100.00" }] }, 400, "INVALID_AMOUNT"],
    [{ milestones: [{ ref: "a", title: "A", amount: "0.00" }] }, 400, "INVALID_AMOUNT_FORMAT"],
    [
      {
        milestones: [
          { ref: "a", title: "A" },
          { ref: "a", title: "B" },
        ],
      },
      400,
      "VALIDATION_ERROR",
    ],
    [
      {
        milestones: [
          { ref: "a", title: "A", amount: "120.00" },
          { ref: "b", title: "B" },
        ],
      },
      400,
      "VALIDATION_ERROR",
    ],
    [{ milestones: [{ ref: "a", title: "A", milestoneRef: "b" }] }, 400, "VALIDATION_ERROR"],
    [{ milestones: Array.from({ length: 51 }, (_, i) => ({ ref: `${i}`, title: "x" })) }, 400, "VALIDATION_ERROR"],
  ];
  test.each(bad)("refuses %j and opens nothing", async (more, status, code) => {
    const before = await bench.db.prisma.order.count();
    const { reply } = await anOrder(more);
    expect(refusal(reply)).toEqual([status, code]);
    expect(await bench.db.prisma.order.count()).toBe(before);
  });

  test("refuses one person on both sides, wrong types and suspended people", async () => {
    const { buyerId, sellerId } = await parties();
    const open = async (buyer: string, seller: string) =>
      refusal(await post("/orders", { buyerId: buyer, sellerId: seller, amount: "1.00", title: "x" }));
    expect(await open(buyerId, buyerId)).toEqual([400, "INVALID_REQUEST"]);
    expect(await open(sellerId, buyerId)).toEqual([422, "USER_NOT_ELIGIBLE"]);
    await bench.db.prisma.user.update({ where: { id: sellerId }, data: { status: "SUSPENDED" } });
    expect(await open(buyerId, sellerId)).toEqual([422, "USER_NOT_ELIGIBLE"]);
  });

  test("with a known clientOrderRef is that order when it says the same, also at once, and refused when it does not", async () => {
    const people = await parties();
    const body = { ...people, amount: "5.00", title: "x", clientOrderRef: randomUUID() };
    const replies = await Promise.all(Array.from({ length: 8 }, () => post("/orders", body)));
    expect(new Set(replies.map(({ body: { data } }) => data?.id)).size).toBe(1);
    expect(replies.map(({ status }) => status).filter((status) => status !== 200 && status !== 201)).toEqual([]);
    const other = await post("/orders", { ...body, amount: "6.00" });
    expect(refusal(other)).toEqual([409, "CLIENT_ORDER_REF_REUSED"]);
    expect(other.body.error.details.orderId).toBe(replies[0]?.body.data.id);
  });
});

describe("the same Idempotency-Key", () => {
  test("opens one order, twenty times at once", async () => {
    const body = { ...(await parties()), amount: "5.00", title: "x" };
    const headers = { "Idempotency-Key": randomUUID() };
    const replies = await Promise.all(Array.from({ length: 20 }, () => post("/orders", body, headers)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map((reply) => reply.body.data.id)).size).toBe(1);
    expect(await bench.db.prisma.order.count({ where: { buyerId: body.buyerId } })).toBe(1);
    const replay = await post("/api/v1/orders", body, headers);
    expect(replay.status).toBe(201);
    expect(replay.headers.get("Idempotency-Replay")).toBe("true");
    expect(replay.headers.get("X-Idempotency-Key")).toBe(headers["Idempotency-Key"]);
    expect(replies.map(({ text }) => text)).toContain(replay.text);
  });

  test("with other bodies at once opens one of them and refuses the rest", async () => {
    const people = await parties();
    const headers = { "Idempotency-Key": randomUUID() };
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_none, index) =>
        post("/orders", { ...people, amount: `${index + 1}.00`, title: "x" }, headers),
      ),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = replies.filter(({ status }) => status !== 201);
    expect(new Set(refused.map((reply) => refusal(reply).join(" ")))).toEqual(new Set(["409 IDEMPOTENCY_KEY_REUSED"]));
    expect(await bench.db.prisma.order.count({ where: { buyerId: people.buyerId } })).toBe(1);
  });

  test("meets its order again from another process, before any answer was kept", async () => {
    const body = { ...(await parties()), amount: "5.00", title: "x" };
    const headers = { "Idempotency-Key": randomUUID() };
    const first = await post("/orders", body, headers);
    await bench.db.prisma.idempotencyRequest.updateMany({
      where: { key: headers["Idempotency-Key"] },
      data: { status: null, body: null },
    });
    const second = await post("/orders", body, headers);
    expect([second.status, second.body.data.id]).toEqual([201, first.body.data.id]);
  });

  test("of another principal, or on another path, is another request", async () => {
    const headers = { "Idempotency-Key": randomUUID() };
    const body = { ...(await parties()), amount: "5.00", title: "x" };
    const mine = await post("/orders", body, headers);
    const rotated = await post("/orders", body, headers, await bench.keyWith(["write"]));
    expect(rotated.body.data.id).toBe(mine.body.data.id); // the installation asks, with whichever of its keys
    const theirs = await post("/orders", body, headers, await bench.keyWith(["write"], body.buyerId));
    expect(theirs.body.data.id).not.toBe(mine.body.data.id);
    expect((await post(`/orders/${mine.body.data.id}/reserve`, {}, headers)).status).toBe(201);
  });

  test("may try again what was refused, once it is possible", async () => {
    const { id, buyerId } = await anOrder({}, "1.00");
    const headers = { "Idempotency-Key": randomUUID() };
    const refused = await post(`/orders/${id}/reserve`, {}, headers);
    expect(refusal(refused)).toEqual([422, "INSUFFICIENT_FUNDS"]);
    await bench.db.sql.query("SELECT post_entry($1, 'deposit', $2)", [
      randomUUID(),
      JSON.stringify([
        { account: "world/stellar", stroops: "-5000000000" },
        { account: `user/${buyerId}/available`, stroops: "5000000000" },
      ]),
    ]);
    expect((await post(`/orders/${id}/reserve`, {}, headers)).status).toBe(201);
    expect(refusal(await post(`/orders/${id}/reserve`, { amount: "120.00" }, headers))).toEqual([
      409,
      "IDEMPOTENCY_KEY_REUSED",
    ]);
  });

  test.each(["", "x".repeat(256), "tab\there", "ü"])("is refused as %j", async (key) => {
    const { id } = await anOrder();
    const reply = await post(`/orders/${id}/reserve`, {}, { "Idempotency-Key": key });
    expect(refusal(reply)).toEqual([400, "VALIDATION_ERROR"]);
  });
});

describe("commands", () => {
  test("reserve holds the money once; a repeat is refused with the state", async () => {
    const { id, buyerId } = await anOrder();
    const replies = await Promise.all(Array.from({ length: 5 }, () => post(`/orders/${id}/reserve`)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = replies.find(({ status }) => status !== 201);
    expect(refused?.body.error).toMatchObject({
      code: "INVALID_STATE",
      details: { currentState: "FUNDS_RESERVED", allowedStates: ["ORDER_CREATED"] },
    });
    expect(refused?.status).toBe(400);
    const balance = await bench.request("GET", `/users/${buyerId}/balance`);
    expect(balance.body).toMatchObject({ available: "380.00", reserved: "120.00" });
  });

  test("reserve with another amount than the order's is refused", async () => {
    const { id } = await anOrder();
    const reply = await post(`/orders/${id}/reserve`, { amount: "119.00" });
    expect(reply.body.error).toMatchObject({
      code: "RESERVE_MISMATCH_AMOUNT",
      details: { requested: "119.00", reserved: "120.00" },
    });
    expect((await post(`/orders/${id}/reserve`, { amount: "120.00" })).status).toBe(201);
  });

  test("cancel gives the money back; canceled again it answers with the present state, also when the workflow is over", async () => {
    const { id, buyerId } = await anOrder();
    await post(`/orders/${id}/reserve`);
    const first = await post(`/orders/${id}/cancel`, { reason: "changed my mind" });
    expect(first.body.data).toMatchObject({ status: "CLOSED", outcome: "CANCELED" });
    const again = await post(`/orders/${id}/cancel`);
    expect([again.status, again.body.data.outcome]).toEqual([201, "CANCELED"]);
    expect((await bench.request("GET", `/users/${buyerId}/balance`)).body.available).toBe("500.00");
    expect(refusal(await post(`/orders/${id}/reserve`))).toEqual([400, "INVALID_STATE"]);
    expect(refusal(await post(`/orders/${id}/release`))).toEqual([400, "INVALID_STATE"]);
  });

  test("an escrow that takes longer than the caller waits is 202, goes on, and the same key gets its end", async () => {
    const { id } = await anOrder();
    await post(`/orders/${id}/reserve`);
    bench.chain.hold();
    const headers = { "Idempotency-Key": randomUUID(), Prefer: "wait=0" };
    const pending = await post(`/orders/${id}/escrow`, {}, headers);
    expect(pending.status).toBe(202);
    expect(pending.body.data.status).toBe("ESCROW_CREATING");
    expect(Object.fromEntries(pending.headers)).toMatchObject({
      location: `/api/v1/orders/${id}`,
      "retry-after": "2",
      "preference-applied": "wait=0",
    });
    const progress = await bench.request("GET", `/orders/${id}/progress`);
    expect(progress.body.data).toMatchObject({ source: "live", state: "ESCROW_CREATING", step: "deploy" });
    const attached = post(`/orders/${id}/escrow`, {}, { ...headers, Prefer: "wait=20" });
    const joined = post(`/orders/${id}/escrow`, {}, { Prefer: "wait=20" });
    bench.chain.release();
    for (const reply of await Promise.all([attached, joined])) {
      expect([reply.status, reply.body.data?.status]).toEqual([201, "ESCROW_FUNDING"]);
    }
    const { escrow } = (await bench.request("GET", `/orders/${id}`)).body.data;
    expect(escrow).toMatchObject({ status: "CREATED", contractId: escrow.trustlessContractId, amount: "120.00" });
    expect(escrow.contractId).toBeTruthy();
  });

  test("an unknown order is not found, whatever is asked of it", async () => {
    const missing = "ord_00000000000000000000000000000000";
    for (const command of ["reserve", "cancel", "escrow", "escrow/fund", "release", "resolution/release"]) {
      expect(refusal(await post(`/orders/${missing}/${command}`))).toEqual([404, "ORDER_NOT_FOUND"]);
    }
  });
});

describe("a key bound to a user", () => {
  test("sees and moves that user's orders; those of others are like unknown ones", async () => {
    const { id, buyerId } = await anOrder();
    const { id: foreign } = await anOrder();
    const key = await bench.keyWith(["read", "write"], buyerId);
    expect((await bench.request("GET", `/orders/${id}`, { key })).status).toBe(200);
    expect(refusal(await bench.request("GET", `/orders/${foreign}`, { key }))).toEqual([404, "ORDER_NOT_FOUND"]);
    expect(refusal(await post(`/orders/${foreign}/cancel`, {}, {}, key))).toEqual([404, "ORDER_NOT_FOUND"]);
    const listed = await bench.request("GET", "/orders", { key });
    expect(listed.body.data.map((order: { id: string }) => order.id)).toEqual([id]);
    expect((await post(`/orders/${id}/reserve`, {}, {}, key)).status).toBe(201);
  });

  test("of the seller does not spend the buyer's money", async () => {
    const { id, sellerId, buyerId } = await anOrder();
    const key = await bench.keyWith(["write"], sellerId);
    for (const command of ["reserve", "escrow", "escrow/fund", "release"]) {
      expect(refusal(await post(`/orders/${id}/${command}`, {}, {}, key))).toEqual([422, "USER_NOT_ELIGIBLE"]);
    }
    expect((await bench.request("GET", `/users/${buyerId}/balance`)).body.available).toBe("500.00");
  });

  test("opens no orders between others", async () => {
    const key = await bench.keyWith(["write"], await bench.user());
    const reply = await post("/orders", { ...(await parties()), amount: "1.00", title: "x" }, {}, key);
    expect(refusal(reply)).toEqual([404, "USER_NOT_FOUND"]);
  });
});

describe("GET /orders", () => {
  test("finds by either party, by status with the names of older clients, and by time", async () => {
    const one = await anOrder();
    const two = await anOrder();
    await post(`/orders/${two.id}/cancel`);
    const idsOf = async (query: string) =>
      (await bench.request("GET", `/orders?${query}`)).body.data.map((order: { id: string }) => order.id);
    expect(await idsOf(`buyer_id=${one.buyerId}`)).toEqual([one.id]);
    expect(await idsOf(`buyerId=${one.buyerId}&sellerId=${two.sellerId}`)).toEqual([two.id, one.id]);
    expect(await idsOf(`sellerId=${two.sellerId}&status=COMPLETED`)).toEqual([two.id]);
    expect(await idsOf(`sellerId=${two.sellerId}&status=CANCELLED`)).toEqual([two.id]);
    expect(await idsOf(`sellerId=${one.sellerId}&status=CLOSED`)).toEqual([]);
    const { createdAt } = (await bench.request("GET", `/orders/${two.id}`)).body.data;
    expect(await idsOf(`buyerId=${one.buyerId}&sellerId=${two.sellerId}&created_before=${createdAt}`)).toEqual([
      one.id,
    ]);
  });

  test.each(["status=DEAD", "createdAfter=yesterday", "cursor=ord_x", "buyer=usr_1"])("refuses ?%s", async (query) => {
    expect(refusal(await bench.request("GET", `/orders?${query}`))).toEqual([400, "VALIDATION_ERROR"]);
  });
});

test("progress is told from the database when no worker answers", async () => {
  const { id } = await anOrder();
  await bench.stopWorkers();
  const { data } = (await bench.request("GET", `/orders/${id}/progress`)).body;
  expect(data).toMatchObject({ workflowId: `order/${id}`, state: "ORDER_CREATED" });
  expect(["recorded", "status"]).toContain(data.source);
  const refused = await post(`/orders/${id}/reserve`, {}, { Prefer: "wait=0" });
  expect(refusal(refused)).toEqual([503, "SERVICE_UNAVAILABLE"]);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  await until("reads go on", async () => (await bench.request("GET", `/orders/${id}`)).status === 200);
}, 60_000);
