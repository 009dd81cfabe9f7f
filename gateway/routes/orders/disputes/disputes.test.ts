import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { until } from "../../../../tests/support/until.ts";
import { type FundedOrders, fundedOrders } from "../../../testing/funded-orders.ts";
import { type GatewayBench, gatewayBench, type Reply } from "../../../testing/gateway-bench.ts";

let bench: GatewayBench;
let orders: FundedOrders;
beforeAll(async () => {
  bench = await gatewayBench("disputes");
  orders = fundedOrders(bench);
}, 60_000);
afterAll(() => bench.close());

const post = (path: string, body: object = {}, headers: Record<string, string> = {}, key?: string): Promise<Reply> =>
  bench.request("POST", path, { body, headers, ...(key && { key }) });
const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const MISSING = "dsp_00000000000000000000000000000000";
const OPEN = { openedBy: "BUYER", reason: "NOT_DELIVERED" };

/** A dispute that nobody has taken yet. */
async function opened(body: object = OPEN) {
  const order = await orders.funded();
  const reply = await post(`/orders/${order.id}/resolution/dispute`, body);
  return { ...order, orderId: order.id, id: String(reply.body.data?.id), reply };
}

async function reviewed() {
  const dispute = await opened();
  await post(`/disputes/${dispute.id}/assign`, { assignedTo: "agent 7" });
  return dispute;
}

const SUPPORTS: readonly (readonly [action: string, body: object])[] = [
  ["assign", { assignedTo: "x" }],
  ["resolve", { decision: "FULL_REFUND" }],
  ["comment", { comment: "x" }],
];

describe("POST /orders/:id/resolution/dispute", () => {
  test("stops the order and tells of the dispute, flagged as a success, found under both prefixes", async () => {
    const { id, orderId, reply } = await opened({ ...OPEN, evidence: ["a photo", "a letter"] });
    expect(reply.status).toBe(201);
    expect(reply.body.success).toBe(true);
    expect(reply.body.data).toMatchObject({
      id: expect.stringMatching(/^dsp_[0-9A-Za-z]{32}$/),
      orderId,
      ...OPEN,
      evidence: ["a photo", "a letter"],
      status: "OPEN",
      assignedTo: null,
      notes: null,
      resolutionDecision: null,
      decisionNote: null,
      releaseAmount: null,
      refundAmount: null,
      comments: [],
      resolvedAt: null,
      order: { id: orderId, status: "DISPUTED", escrow: { status: "DISPUTED" }, dispute: { id } },
    });
    for (const prefix of ["", "/api/v1"]) {
      const got = await bench.request("GET", `${prefix}/disputes/${id}`);
      expect([got.status, got.body.success, got.body.data]).toEqual([200, true, reply.body.data]);
    }
    const { data } = (await bench.request("GET", `/orders/${orderId}`)).body;
    expect(data.dispute).toMatchObject({ id, status: "OPEN" });
    expect(data.dispute.order).toBeUndefined();
  });

  test("takes one text as a list of one, the other path, and the names of older clients", async () => {
    const order = await orders.funded();
    const body = { opened_by: "SELLER", reason: "OTHER", evidence: "one", order_id: order.id };
    const reply = await post(`/orders/${order.id}/disputes`, body);
    expect(reply.status).toBe(201);
    expect(reply.body.data).toMatchObject({ openedBy: "SELLER", evidence: ["one"] });
  });

  test("the same again is the same dispute, at once and later; another one is told of it", async () => {
    const order = await orders.funded();
    const path = `/orders/${order.id}/resolution/dispute`;
    const replies = await Promise.all(Array.from({ length: 8 }, () => post(path, OPEN)));
    replies.push(await post(path, OPEN));
    expect(new Set(replies.map(({ body }) => body.data?.id)).size).toBe(1);
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(8);
    const disputeId = replies[0]?.body.data.id;
    for (const other of [
      { ...OPEN, openedBy: "SELLER" },
      { ...OPEN, reason: "OTHER" },
    ]) {
      const refused = await post(path, other);
      expect(refusal(refused)).toEqual([409, "DISPUTE_ALREADY_OPEN"]);
      expect(refused.body.error.details).toMatchObject({ disputeId, orderId: order.id });
    }
    expect(await bench.db.prisma.dispute.count({ where: { orderId: order.id } })).toBe(1);
  });

  test("with one Idempotency-Key is one dispute and one answer, twenty times at once", async () => {
    const order = await orders.funded();
    const path = `/orders/${order.id}/resolution/dispute`;
    const headers = { "Idempotency-Key": randomUUID() };
    const replies = await Promise.all(Array.from({ length: 20 }, () => post(path, OPEN, headers)));
    replies.push(await post(path, OPEN, headers));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map(({ body }) => body.data.id)).size).toBe(1);
    expect(replies.at(-1)?.headers.get("Idempotency-Replay")).toBe("true");
    expect(refusal(await post(path, { ...OPEN, reason: "OTHER" }, headers))).toEqual([409, "IDEMPOTENCY_KEY_REUSED"]);
  });

  test("that takes longer than the caller waits is 202 with the dispute to poll, and the same key gets its end", async () => {
    const order = await orders.funded();
    const path = `/orders/${order.id}/resolution/dispute`;
    const headers = { "Idempotency-Key": randomUUID(), Prefer: "respond-async" };
    bench.chain.hold();
    const pending = await post(path, OPEN, headers);
    expect([pending.status, pending.body.data.status]).toEqual([202, "OPEN"]);
    const { id } = pending.body.data;
    expect(pending.headers.get("Location")).toBe(`/api/v1/disputes/${id}`);
    await until(
      "the dispute can be polled",
      async () => (await bench.request("GET", `/disputes/${id}`)).status === 200,
    );
    const attached = post(path, OPEN, { ...headers, Prefer: "wait=20" });
    bench.chain.release();
    const end = await attached;
    expect([end.status, end.body.data.id]).toEqual([201, id]);
  });

  test.each<[object, string]>([
    [{}, "openedBy"],
    [{ openedBy: "PLATFORM", reason: "OTHER" }, "openedBy"],
    [{ openedBy: "BUYER" }, "reason"],
    [{ openedBy: "BUYER", reason: "BORED" }, "reason"],
    [{ ...OPEN, evidence: [""] }, "evidence"],
    [{ ...OPEN, evidence: [7] }, "evidence"],
    [{ ...OPEN, evidence: [..."more than twenty pieces"] }, "evidence"],
    [{ ...OPEN, orderId: "ord_00000000000000000000000000000001" }, "orderId"],
    [{ ...OPEN, opened_by: "SELLER" }, "opened_by"],
  ])("refuses %j and stops nothing", async (body, field) => {
    const order = await orders.shared();
    const reply = await post(`/orders/${order.id}/resolution/dispute`, body);
    expect(refusal(reply)).toEqual([400, "VALIDATION_ERROR"]);
    expect(reply.body.error.details.fields.map((one: { field: string }) => one.field).join()).toContain(field);
    expect((await bench.request("GET", `/orders/${order.id}`)).body.data.status).toBe("IN_PROGRESS");
  });

  test("before the money is in escrow is refused with the state", async () => {
    const { id } = await orders.created();
    const reply = await post(`/orders/${id}/resolution/dispute`, OPEN);
    expect(refusal(reply)).toEqual([400, "INVALID_STATE"]);
    expect(reply.body.error.details).toMatchObject({
      currentState: "ORDER_CREATED",
      allowedStates: ["IN_PROGRESS"],
    });
  });

  test("makes a release and a refund impossible from then on", async () => {
    const { orderId } = await opened();
    expect(refusal(await post(`/orders/${orderId}/resolution/release`))).toEqual([400, "INVALID_STATE"]);
    expect(refusal(await post(`/orders/${orderId}/refund`, { reason: "x" }))).toEqual([400, "INVALID_STATE"]);
  });
});

describe("GET /disputes", () => {
  test("finds by order, status and opener, newest first, flagged as a success and in pages", async () => {
    const first = await opened();
    const second = await opened({ ...OPEN, openedBy: "SELLER" });
    await post(`/disputes/${second.id}/assign`, { assignedTo: "x" });
    const list = async (query: string) => (await bench.request("GET", `/disputes?${query}`)).body;
    const idsOf = async (query: string) => (await list(query)).data.map(({ id }: { id: string }) => id);
    expect(await idsOf(`orderId=${first.orderId}`)).toEqual([first.id]);
    expect(await idsOf(`order_id=${second.orderId}&status=UNDER_REVIEW&opened_by=SELLER`)).toEqual([second.id]);
    expect(await idsOf(`orderId=${second.orderId}&status=OPEN`)).toEqual([]);
    const page = await list("limit=1");
    expect([page.success, page.hasMore, page.nextCursor]).toEqual([true, true, second.id]);
    expect(await idsOf(`limit=1&cursor=${page.nextCursor}`)).toEqual([first.id]);
  });

  test.each(["status=DEAD", "openedBy=ME", "limit=0", "limit=x", `cursor=${MISSING}`, "order=1"])(
    "refuses ?%s",
    async (query) => {
      expect(refusal(await bench.request("GET", `/disputes?${query}`))).toEqual([400, "VALIDATION_ERROR"]);
    },
  );
});

describe("POST /disputes/:id/assign", () => {
  test.each(["assignedTo", "agentId", "support_agent_id"])("stores who takes it, told as %s", async (name) => {
    const { id } = await opened();
    const reply = await post(`/disputes/${id}/assign`, { [name]: "agent 7", notes: "call them" });
    expect([reply.status, reply.body.success]).toEqual([200, true]);
    expect(reply.body.data).toMatchObject({ status: "UNDER_REVIEW", assignedTo: "agent 7", notes: "call them" });
  });

  test("happens once: a second is refused with the state, and changes nothing", async () => {
    const { id } = await reviewed();
    const again = await post(`/disputes/${id}/assign`, { assignedTo: "agent 8" });
    expect(refusal(again)).toEqual([400, "INVALID_STATE"]);
    expect(again.body.error.details).toMatchObject({ currentState: "UNDER_REVIEW", allowedStates: ["OPEN"] });
    expect((await bench.request("GET", `/disputes/${id}`)).body.data.assignedTo).toBe("agent 7");
  });

  test("to nobody, or to two, is refused", async () => {
    const { id } = await opened();
    for (const body of [{}, { assignedTo: "" }, { assignedTo: "a", agentId: "b" }, { assignedTo: 7 }]) {
      expect(refusal(await post(`/disputes/${id}/assign`, body))).toEqual([400, "VALIDATION_ERROR"]);
    }
  });
});

describe("POST /disputes/:id/comment", () => {
  test("keeps what was said, by whom and in order; the key's name is the author when none is told", async () => {
    const { id } = await reviewed();
    const first = await post(`/disputes/${id}/comment`, { comment: "We asked the courier.", author: "Ana" });
    expect([first.status, first.body.success]).toEqual([201, true]);
    expect(Object.keys(first.body.data).sort()).toEqual(["author", "comment", "createdAt", "disputeId", "id"]);
    expect(first.body.data).toMatchObject({ disputeId: id, comment: "We asked the courier.", author: "Ana" });
    await post(`/disputes/${id}/comment`, { comment: "No answer yet." });
    const { comments } = (await bench.request("GET", `/disputes/${id}`)).body.data;
    expect(comments[0]).toEqual(first.body.data);
    expect(comments.map(({ author }: { author: string }) => author)).toEqual(["Ana", "master"]);
  });

  test("with one key is said once, however often it is sent", async () => {
    const { id } = await opened();
    const headers = { "Idempotency-Key": randomUUID() };
    const say = () => post(`/disputes/${id}/comment`, { comment: "once" }, headers);
    const replies = await Promise.all(Array.from({ length: 10 }, say));
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.data?.id}`)).size).toBe(1);
    expect((await bench.request("GET", `/disputes/${id}`)).body.data.comments).toHaveLength(1);
  });

  test.each<[string, object]>([
    ["nothing", {}],
    ["no words", { comment: "" }],
    ["5,001 characters", { comment: "x".repeat(5001) }],
    ["an author without a name", { comment: "x", author: "" }],
  ])("refuses %s", async (_what, body) => {
    const { id } = await orders.sharedDispute();
    expect(refusal(await post(`/disputes/${id}/comment`, body))).toEqual([400, "VALIDATION_ERROR"]);
  });
});

describe("POST /disputes/:id/evidence", () => {
  test("adds to what is there, one after the other, also when they come at once", async () => {
    const { id } = await opened({ ...OPEN, evidence: ["0"] });
    const pieces = Array.from({ length: 6 }, (_none, index) => `${index + 1}`);
    const replies = await Promise.all(pieces.map((evidence) => post(`/disputes/${id}/evidence`, { evidence })));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    const { evidence } = (await bench.request("GET", `/disputes/${id}`)).body.data;
    expect(evidence[0]).toBe("0");
    expect([...evidence].sort()).toEqual(["0", ...pieces]);
  });

  test.each<[string, object]>([
    ["nothing", {}],
    ["an empty list", { evidence: [] }],
    ["an empty piece", { evidence: [""] }],
    ["21 pieces", { evidence: Array.from({ length: 21 }, () => "x") }],
  ])("refuses %s", async (_what, body) => {
    const { id } = await orders.sharedDispute();
    expect(refusal(await post(`/disputes/${id}/evidence`, body))).toEqual([400, "VALIDATION_ERROR"]);
  });
});

describe("POST /disputes/:id/resolve", () => {
  const SPLIT = { decision: "SPLIT", releaseAmount: "70.01", refundAmount: "49.99" };
  const OLD_SPLIT = { resolution: "SPLIT", sellerAmount: "70.01", buyerAmount: "49.99", notes: "fair" };
  const full = { releaseAmount: null, refundAmount: null };

  test.each<[object, object, string]>([
    [{ decision: "FULL_RELEASE", note: "fair" }, { resolutionDecision: "FULL_RELEASE", ...full }, "RELEASED"],
    [{ decision: "FULL_REFUND", note: "fair" }, { resolutionDecision: "FULL_REFUND", ...full }, "REFUNDED"],
    [{ resolution: "RELEASE_TO_SELLER", notes: "fair" }, { resolutionDecision: "FULL_RELEASE" }, "RELEASED"],
    [{ resolution: "REFUND_TO_BUYER", notes: "fair" }, { resolutionDecision: "FULL_REFUND" }, "REFUNDED"],
    [OLD_SPLIT, { resolutionDecision: "SPLIT", releaseAmount: "70.01", refundAmount: "49.99" }, "SPLIT"],
  ])("%j closes the order", async (body, stored, outcome) => {
    const { id } = await reviewed();
    const reply = await post(`/disputes/${id}/resolve`, body);
    expect([reply.status, reply.body.success]).toEqual([200, true]);
    expect(reply.body.data).toMatchObject({
      ...stored,
      decisionNote: "fair",
      status: "RESOLVED",
      resolvedAt: expect.stringMatching(/Z$/),
      order: { status: "CLOSED", outcome },
    });
  });

  test("the same decision again is answered with the present state; another one is refused", async () => {
    const { id } = await reviewed();
    const first = await post(`/disputes/${id}/resolve`, SPLIT);
    const again = await post(`/disputes/${id}/resolve`, SPLIT);
    expect([again.status, again.body.data]).toEqual([200, first.body.data]);
    for (const other of [{ decision: "FULL_REFUND" }, { ...SPLIT, releaseAmount: "70.02", refundAmount: "49.98" }]) {
      expect(refusal(await post(`/disputes/${id}/resolve`, other))).toEqual([400, "INVALID_STATE"]);
    }
    expect(refusal(await post(`/disputes/${id}/evidence`, { evidence: "late" }))).toEqual([400, "INVALID_STATE"]);
    expect(refusal(await post(`/disputes/${id}/assign`, { assignedTo: "x" }))).toEqual([400, "INVALID_STATE"]);
    expect(refusal(await post(`/disputes/${id}/comment`, { comment: "late" }))).toEqual([400, "INVALID_STATE"]);
  });

  test("one decision wins when several are told at once, the others are refused", async () => {
    const { id } = await reviewed();
    const decisions = [SPLIT, { decision: "FULL_REFUND" }, { decision: "FULL_RELEASE" }, SPLIT];
    const replies = await Promise.all(decisions.map((body) => post(`/disputes/${id}/resolve`, body)));
    const won = replies.filter(({ status }) => status === 200).map(({ body }) => body.data.resolutionDecision);
    expect(new Set(won).size).toBe(1);
    expect(won.length).toBe(won[0] === "SPLIT" ? 2 : 1);
    const lost = replies.filter(({ status }) => status !== 200);
    expect(lost.map(refusal)).toEqual(lost.map(() => [400, "INVALID_STATE"]));
  });

  test("that takes longer than the caller waits is 202 with the dispute to poll, and a repeat joins it", async () => {
    const { id, orderId } = await reviewed();
    bench.chain.hold();
    const headers = { "Idempotency-Key": randomUUID(), Prefer: "wait=0" };
    const pending = await post(`/disputes/${id}/resolve`, { decision: "FULL_REFUND" }, headers);
    expect([pending.status, pending.body.data.status]).toEqual([202, "UNDER_REVIEW"]);
    expect(pending.headers.get("Location")).toBe(`/api/v1/disputes/${id}`);
    const joined = [{ ...headers, Prefer: "wait=20" }, { Prefer: "wait=20" }].map((one) =>
      post(`/disputes/${id}/resolve`, { decision: "FULL_REFUND" }, one),
    );
    expect(refusal(await post(`/disputes/${id}/resolve`, SPLIT))).toEqual([400, "INVALID_STATE"]);
    bench.chain.release();
    for (const reply of await Promise.all(joined))
      expect([reply.status, reply.body.data.status]).toEqual([200, "RESOLVED"]);
    expect((await bench.request("GET", `/orders/${orderId}`)).body.data.outcome).toBe("REFUNDED");
  });

  test("before anybody took it is refused with the state", async () => {
    const { id } = await opened();
    const reply = await post(`/disputes/${id}/resolve`, { decision: "FULL_REFUND" });
    expect(refusal(reply)).toEqual([400, "INVALID_STATE"]);
    expect(reply.body.error.details).toMatchObject({ currentState: "OPEN", allowedStates: ["UNDER_REVIEW"] });
  });

  test.each<[object, number, string]>([
    [{ decision: "SPLIT" }, 422, "INVALID_AMOUNT"],
    [{ decision: "SPLIT", releaseAmount: "120.00" }, 422, "INVALID_AMOUNT"],
    [{ decision: "SPLIT", releaseAmount: "70.00", refundAmount: "49.99" }, 422, "INVALID_AMOUNT"],
    [{ decision: "SPLIT", releaseAmount: "70.01", refundAmount: "50.00" }, 422, "INVALID_AMOUNT"],
    [{ ...SPLIT, sellerAmount: "70.02" }, 400, "VALIDATION_ERROR"],
    [{ ...SPLIT, releaseAmount: 70.01 }, 400, "VALIDATION_ERROR"],
    [{ ...SPLIT, releaseAmount: "70.010" }, 400, "VALIDATION_ERROR"],
    [{ ...SPLIT, releaseAmount: "-70.01" }, 400, "VALIDATION_ERROR"],
    [{ decision: "SPLIT", releaseAmount: "0.00", refundAmount: "120.00" }, 422, "INVALID_AMOUNT"],
    [{ decision: "HALF" }, 400, "VALIDATION_ERROR"],
    [{}, 400, "VALIDATION_ERROR"],
  ])("refuses %j and decides nothing", async (body, status, code) => {
    const { id } = await orders.sharedDispute();
    expect(refusal(await post(`/disputes/${id}/resolve`, body))).toEqual([status, code]);
    const { data } = (await bench.request("GET", `/disputes/${id}`)).body;
    expect([data.status, data.resolutionDecision]).toEqual(["UNDER_REVIEW", null]);
  });
});

describe("a key bound to a user", () => {
  test("speaks for that party only", async () => {
    const { id, buyerId, sellerId } = await orders.funded();
    const path = `/orders/${id}/resolution/dispute`;
    const keys = { BUYER: await bench.keyWith(["write"], buyerId), SELLER: await bench.keyWith(["write"], sellerId) };
    const asSeller = await post(path, { ...OPEN, openedBy: "SELLER" }, {}, keys.BUYER);
    expect([...refusal(asSeller), asSeller.body.error.details.reason]).toEqual([
      422,
      "USER_NOT_ELIGIBLE",
      "NOT_THE_SELLER",
    ]);
    expect(refusal(await post(path, OPEN, {}, keys.SELLER))).toEqual([422, "USER_NOT_ELIGIBLE"]);
    expect((await post(path, { ...OPEN, openedBy: "SELLER" }, {}, keys.SELLER)).status).toBe(201);
  });

  test.each(["buyerId", "sellerId"] as const)(
    "with support's rights decides nothing for itself (%s)",
    async (party) => {
      const { id, orderId, [party]: userId } = await reviewed();
      const key = await bench.keyWith(["read", "write", "support"], userId);
      const reply = await post(`/disputes/${id}/resolve`, { decision: "FULL_REFUND" }, {}, key);
      expect(refusal(reply)).toEqual([403, "INSUFFICIENT_SCOPE"]);
      expect((await bench.request("GET", `/orders/${orderId}`)).body.data.status).toBe("DISPUTED");
    },
  );

  test("sees its own disputes; those of others answer word for word like unknown ones", async () => {
    const [own, foreign] = [await opened(), await opened()];
    const key = await bench.keyWith(["read", "write", "support"], own.buyerId);
    const listed = await bench.request("GET", "/disputes", { key });
    expect(listed.body.data.map(({ id }: { id: string }) => id)).toEqual([own.id]);
    expect((await bench.request("GET", `/disputes/${own.id}`, { key })).status).toBe(200);
    const shown = (reply: Reply, id: string) => {
      const { requestId: _requestId, ...error } = reply.body.error;
      return JSON.stringify([reply.status, error]).replaceAll(id, "<id>");
    };
    const asks: [method: string, path: string, body?: object][] = [
      ["GET", ""],
      ["POST", "/evidence", { evidence: "x" }],
    ];
    for (const [method, path, body] of asks) {
      const of = (id: string) => bench.request(method, `/disputes/${id}${path}`, { key, ...(body && { body }) });
      const [theirs, unknown] = [await of(foreign.id), await of(MISSING)];
      expect(refusal(unknown)).toEqual([404, "DISPUTE_NOT_FOUND"]);
      expect(shown(theirs, foreign.id)).toBe(shown(unknown, MISSING));
    }
    // what only support does is refused before anybody looks whose it is
    for (const [action, body] of SUPPORTS) {
      const of = (id: string) => post(`/disputes/${id}/${action}`, body, {}, key);
      const replies = [await of(own.id), await of(foreign.id), await of(MISSING)];
      expect(replies.map(refusal)).toEqual(replies.map(() => [403, "INSUFFICIENT_SCOPE"]));
    }
    const dispute = `/orders/${foreign.orderId}/resolution/dispute`;
    expect(refusal(await post(dispute, OPEN, {}, key))).toEqual([404, "ORDER_NOT_FOUND"]);
  });
});

test.each(SUPPORTS)("only support may %s", async (action, body) => {
  const { id } = await orders.sharedDispute();
  const reply = await post(`/disputes/${id}/${action}`, body, {}, await bench.keyWith(["read", "write"]));
  expect(refusal(reply)).toEqual([403, "INSUFFICIENT_SCOPE"]);
  expect(reply.body.error.details.requiredScope).toBe("support");
});
