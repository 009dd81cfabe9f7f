import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type FundedOrders, fundedOrders } from "../../testing/funded-orders.ts";
import { type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
let orders: FundedOrders;
beforeAll(async () => {
  bench = await gatewayBench("resolution");
  orders = fundedOrders(bench);
}, 60_000);
afterAll(() => bench.close());

const post = (path: string, body: object = {}, headers: Record<string, string> = {}, key?: string): Promise<Reply> =>
  bench.request("POST", path, { body, headers, ...(key && { key }) });
const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const orderOf = async (id: string) => (await bench.request("GET", `/orders/${id}`)).body.data;

describe("POST /orders/:id/resolution/refund", () => {
  test.each(["resolution/refund", "refund"])("as /%s pays the buyer back and closes the order", async (path) => {
    const { id } = await orders.funded();
    const reply = await post(`/orders/${id}/${path}`, { reason: "late", requested_by: "support" });
    expect([reply.status, reply.body.success]).toEqual([200, true]);
    expect(reply.body.data).toMatchObject({
      status: "CLOSED",
      outcome: "REFUNDED",
      dispute: null,
      escrow: { status: "REFUNDED", refundedAt: expect.stringMatching(/Z$/), releasedAt: null },
    });
  });

  test("again, at once or later, answers with the present state", async () => {
    const { id } = await orders.funded();
    const replies = await Promise.all(Array.from({ length: 6 }, () => post(`/orders/${id}/refund`, { reason: "x" })));
    replies.push(await post(`/orders/${id}/refund`, { reason: "other words" }));
    for (const { status, body } of replies) expect([status, body.data.outcome]).toEqual([200, "REFUNDED"]);
    const refunded = { type: "order.refunded", aggregateId: id };
    expect(await bench.db.prisma.event.count({ where: refunded })).toBe(1);
    expect(refusal(await post(`/orders/${id}/release`))).toEqual([400, "INVALID_STATE"]);
  });

  test("that takes longer than the caller waits is 202, goes on, and the same key gets its end", async () => {
    const { id } = await orders.funded();
    bench.chain.hold();
    const headers = { "Idempotency-Key": randomUUID(), Prefer: "wait=0" };
    const pending = await post(`/orders/${id}/refund`, { reason: "x" }, headers);
    expect([pending.status, pending.body.data.status]).toEqual([202, "REFUND_REQUESTED"]);
    expect(pending.headers.get("Location")).toBe(`/api/v1/orders/${id}`);
    const attached = post(`/orders/${id}/refund`, { reason: "x" }, { ...headers, Prefer: "wait=20" });
    bench.chain.release();
    expect((await attached).body.data.outcome).toBe("REFUNDED");
  });

  test.each([{}, { reason: "" }, { reason: 7 }, { reason: "x", requestedBy: "" }, { reason: "x", amount: "1.00" }])(
    "refuses %j and moves nothing",
    async (body) => {
      const { id } = await orders.shared();
      expect(refusal(await post(`/orders/${id}/refund`, body))).toEqual([400, "VALIDATION_ERROR"]);
      expect((await orderOf(id)).status).toBe("IN_PROGRESS");
    },
  );

  test("before the money is in escrow is refused with the state", async () => {
    const { id } = await orders.created();
    const reply = await post(`/orders/${id}/refund`, { reason: "x" });
    expect(refusal(reply)).toEqual([400, "INVALID_STATE"]);
    expect(reply.body.error.details).toMatchObject({ currentState: "ORDER_CREATED", allowedStates: ["IN_PROGRESS"] });
  });

  test("at the same moment as a release: one of them is told no", async () => {
    const { id } = await orders.funded();
    const [refund, release] = await Promise.all([
      post(`/orders/${id}/refund`, { reason: "x" }),
      post(`/orders/${id}/release`),
    ]);
    expect([refund.status, release.status].sort()).toEqual([200, 400]);
    const { outcome } = await orderOf(id);
    expect(outcome).toBe(refund.status === 200 ? "REFUNDED" : "RELEASED");
  });
});

describe("POST /orders/:id/milestones/:ref/complete", () => {
  const milestones = [
    { ref: "draft", title: "A draft" },
    { ref: "final/1 ü", title: "The end" },
  ];
  const complete = (id: string, ref: string, ...rest: [headers?: Record<string, string>, key?: string]) =>
    post(`/orders/${id}/milestones/${encodeURIComponent(ref)}/complete`, {}, ...rest);

  test("completes that milestone and no other; the release waits for the last", async () => {
    const { id } = await orders.funded({ milestones });
    const reply = await complete(id, "final/1 ü");
    expect([reply.status, reply.body.success]).toEqual([201, true]);
    expect(reply.body.data).toMatchObject({
      orderId: id,
      ref: "final/1 ü",
      milestoneRef: "final/1 ü",
      title: "The end",
      amount: "60.00",
      status: "COMPLETED",
      completedAt: expect.stringMatching(/Z$/),
    });
    const listed = (await bench.request("GET", `/orders/${id}/milestones`)).body.data;
    expect(listed.map(({ status }: { status: string }) => status)).toEqual(["OPEN", "COMPLETED"]);
    expect(refusal(await post(`/orders/${id}/release`))).toEqual([400, "INVALID_STATE"]);
    await complete(id, "draft");
    expect((await post(`/orders/${id}/release`)).body.data.outcome).toBe("RELEASED");
  });

  test("happens once: of several at once one completes it, the others are refused", async () => {
    const { id } = await orders.funded({ milestones });
    const replies = await Promise.all(Array.from({ length: 5 }, () => complete(id, "draft")));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = replies.filter(({ status }) => status !== 201);
    expect(refused.map(refusal)).toEqual(refused.map(() => [400, "INVALID_STATE"]));
    const event = { type: "escrow.milestone_completed", payload: { path: ["orderId"], equals: id } };
    expect(await bench.db.prisma.event.count({ where: event })).toBe(1);
  });

  test("with one key answers the same each time", async () => {
    const { id } = await orders.funded({ milestones });
    const headers = { "Idempotency-Key": randomUUID() };
    const replies = await Promise.all(Array.from({ length: 5 }, () => complete(id, "draft", headers)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  });

  test("that takes longer than the caller waits is 202 with the order to poll", async () => {
    const { id } = await orders.funded({ milestones });
    bench.chain.hold();
    const pending = await complete(id, "draft", { Prefer: "wait=0" });
    expect([pending.status, pending.body.data.status]).toEqual([202, "OPEN"]);
    expect(pending.headers.get("Location")).toBe(`/api/v1/orders/${id}`);
    bench.chain.release();
  });

  test("of an unknown name is not found, and before the funding it is refused", async () => {
    const { id } = await orders.created({ milestones });
    expect(refusal(await complete(id, "nothing"))).toEqual([404, "MILESTONE_NOT_FOUND"]);
    expect(refusal(await complete(id, "draft"))).toEqual([400, "INVALID_STATE"]);
  });
});

describe("a key bound to the buyer", () => {
  test("takes no money back and calls no work done; the seller's may do both", async () => {
    const { id, buyerId, sellerId } = await orders.funded({ milestones: [{ ref: "a", title: "A" }] });
    const [buyer, seller] = [await bench.keyWith(["write"], buyerId), await bench.keyWith(["write"], sellerId)];
    const asks = [
      [`/orders/${id}/milestones/a/complete`, {}],
      [`/orders/${id}/refund`, { reason: "x" }],
    ] as const;
    for (const [path, body] of asks) {
      const refused = await post(path, body, {}, buyer);
      expect([...refusal(refused), refused.body.error.details.reason]).toEqual([
        422,
        "USER_NOT_ELIGIBLE",
        "NOT_THE_SELLER",
      ]);
      expect((await post(path, body, {}, seller)).status).toBeLessThan(300);
    }
  });
});

test("what belongs to others answers word for word like what does not exist", async () => {
  const { id } = await orders.shared();
  const missing = "ord_00000000000000000000000000000000";
  const key = await bench.keyWith(["write"], await bench.user());
  for (const [path, body] of [
    ["refund", { reason: "x" }],
    ["milestones/a/complete", {}],
    ["disputes", { openedBy: "BUYER", reason: "OTHER" }],
  ] as const) {
    const shown = async (orderId: string) => {
      const { status, body: answer } = await post(`/orders/${orderId}/${path}`, body, {}, key);
      const { requestId: _requestId, ...error } = answer.error;
      return JSON.stringify([status, error]).replaceAll(orderId, "<id>");
    };
    const unknown = await shown(missing);
    expect(unknown).toContain("ORDER_NOT_FOUND");
    expect(await shown(id)).toBe(unknown);
  }
});
