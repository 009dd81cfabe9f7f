import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type FundedOrders, fundedOrders } from "../../testing/funded-orders.ts";
import { type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
let orders: FundedOrders;
beforeAll(async () => {
  bench = await gatewayBench("multi");
  orders = fundedOrders(bench);
}, 60_000);
afterAll(() => bench.close());

const MULTI = {
  escrowType: "multi-release",
  milestones: [
    { milestoneRef: "draft", title: "Draft", amount: "40.00" },
    { milestoneRef: "final", title: "Final", amount: "80.00" },
  ],
};

const post = (path: string, body: object = {}): Promise<Reply> => bench.request("POST", path, { body });
const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const milestonesOf = (reply: Reply) =>
  reply.body.data.milestones.map(({ ref, status }: { ref: string; status: string }) => `${ref} ${status}`);

describe("a multi-release order", () => {
  test("is paid by the refs of its milestones, and closed with the last one", async () => {
    const { id } = await orders.funded(MULTI);
    await post(`/orders/${id}/milestones/draft/complete`);
    const released = await post(`/orders/${id}/release`, { milestoneRef: "draft" });
    expect([released.status, released.body.data.status]).toEqual([200, "IN_PROGRESS"]);
    expect(milestonesOf(released)).toEqual(["draft RELEASED", "final OPEN"]);
    expect(released.body.data.milestones[0].settledAt).toMatch(/Z$/);
    const refunded = await post(`/orders/${id}/resolution/refund`, { milestone_ref: "final", reason: "late" });
    expect(refunded.body.data).toMatchObject({ status: "CLOSED", outcome: "SPLIT", escrow: { status: "RELEASED" } });
    expect(milestonesOf(refunded)).toEqual(["draft RELEASED", "final REFUNDED"]);
  });

  test("has a dispute per milestone, which says which one it is about", async () => {
    const { id } = await orders.funded(MULTI);
    const about = { openedBy: "BUYER", reason: "OTHER" };
    const missing = await post(`/orders/${id}/disputes`, about);
    expect(refusal(missing)).toEqual([400, "VALIDATION_ERROR"]);
    const draft = await post(`/orders/${id}/disputes`, { ...about, milestoneRef: "draft" });
    const final = await post(`/orders/${id}/disputes`, { ...about, milestoneRef: "final" });
    expect([draft, final].map(({ status, body }) => [status, body.data.milestoneRef])).toEqual([
      [201, "draft"],
      [201, "final"],
    ]);
    const again = await post(`/orders/${id}/disputes`, { ...about, milestoneRef: "draft" });
    expect([again.status, again.body.data.id]).toEqual([200, draft.body.data.id]);
    const other = await post(`/orders/${id}/disputes`, { ...about, openedBy: "SELLER", milestoneRef: "draft" });
    expect(refusal(other)).toEqual([409, "DISPUTE_ALREADY_OPEN"]);

    await post(`/disputes/${draft.body.data.id}/assign`, { assignedTo: "ana" });
    const split = { decision: "SPLIT", releaseAmount: "10.00", refundAmount: "30.00" };
    const wrong = await post(`/disputes/${draft.body.data.id}/resolve`, { ...split, refundAmount: "110.00" });
    expect(refusal(wrong)).toEqual([422, "INVALID_AMOUNT"]);
    const resolved = await post(`/disputes/${draft.body.data.id}/resolve`, split);
    expect([resolved.status, resolved.body.data.status]).toEqual([200, "RESOLVED"]);
    expect(resolved.body.data.order.status).toBe("IN_PROGRESS");
  });

  test.each([
    ["without milestones", { milestones: [] }],
    ["of an unknown type", { escrowType: "half-release" }],
  ])("%s is refused", async (_what, change) => {
    const [buyerId, sellerId] = [await bench.user("500.00"), await bench.user()];
    const order = { buyerId, sellerId, amount: "120.00", title: "x", ...MULTI, ...change };
    expect(refusal(await post("/orders", order))).toEqual([400, "VALIDATION_ERROR"]);
  });

  test.each(["release", "refund"])("does not %s a milestone that it does not have", async (command) => {
    const { id } = await orders.funded(MULTI);
    const reply = await post(`/orders/${id}/${command}`, { milestoneRef: "nothing", reason: "x" });
    expect(refusal(reply)).toEqual([404, "MILESTONE_NOT_FOUND"]);
  });
});

test.each(["release", "refund", "disputes", "resolution/preview"])(
  "a single-release order is not settled in parts: %s",
  async (command) => {
    const { id } = await orders.shared();
    const says = { milestoneRef: "draft" };
    const bodies: Record<string, object> = {
      disputes: { openedBy: "BUYER", reason: "OTHER", ...says },
      "resolution/preview": { decision: "FULL_REFUND", ...says },
    };
    const reply = await post(`/orders/${id}/${command}`, bodies[command] ?? { reason: "x", ...says });
    expect(refusal(reply)).toEqual([400, "VALIDATION_ERROR"]);
  },
);

describe("a preview", () => {
  test("tells what a decision would pay, and changes nothing: POST /orders/:id/resolution/preview", async () => {
    const { id } = await orders.shared();
    const preview = await post(`/orders/${id}/resolution/preview`, {
      resolution: "SPLIT",
      sellerAmount: "80.00",
      buyerAmount: "40.00",
    });
    expect([preview.status, preview.body.success]).toEqual([200, true]);
    expect(preview.body.data).toMatchObject({
      decision: "SPLIT",
      heldAmount: "120.00",
      seller: { grossAmount: "80.00" },
      buyer: { grossAmount: "40.00" },
      remainingAmount: "0.00",
      transactions: [
        { step: "freeze", signedBy: "buyer" },
        { step: "resolve", signedBy: "resolver" },
      ],
    });
    expect((await bench.request("GET", `/orders/${id}`)).body.data.status).toBe("IN_PROGRESS");
  });

  test("of a dispute tells the same: POST /disputes/:id/preview", async () => {
    const { id } = await orders.sharedDispute();
    const preview = await post(`/disputes/${id}/preview`, { decision: "FULL_REFUND" });
    expect(preview.body.data).toMatchObject({ buyer: { grossAmount: "120.00" }, seller: { netAmount: "0.00" } });
    const wrong = { decision: "SPLIT", releaseAmount: "1.00", refundAmount: "1.00" };
    expect(refusal(await post(`/disputes/${id}/preview`, wrong))).toEqual([422, "INVALID_AMOUNT"]);
  });

  test("of an order without money in escrow is refused with the state", async () => {
    const { id } = await orders.created();
    const reply = await post(`/orders/${id}/resolution/preview`, { decision: "FULL_REFUND" });
    expect(refusal(reply)).toEqual([400, "INVALID_STATE"]);
  });
});

describe("deadlines", () => {
  test("come with the order and show in its progress; null means none", async () => {
    const { id } = await orders.created({ cancelUnfundedAfterHours: 2, remindBeforeHours: 1 });
    const { deadline } = (await bench.request("GET", `/orders/${id}/progress`)).body.data;
    expect(deadline).toMatchObject({ action: "cancel" });
    const inHours = (Date.parse(deadline.at) - Date.now()) / 3_600_000;
    expect(inHours).toBeGreaterThan(1.9);
    expect(inHours).toBeLessThanOrEqual(2);
    const without = await orders.created({ cancelUnfundedAfterHours: null });
    expect((await bench.request("GET", `/orders/${without.id}/progress`)).body.data.deadline ?? null).toBeNull();
  });

  test.each([0, -1, "2", 100_000])("of %j hours are refused", async (cancelUnfundedAfterHours) => {
    const [buyerId, sellerId] = [await bench.user(), await bench.user()];
    const order = { buyerId, sellerId, amount: "1.00", title: "x", cancelUnfundedAfterHours };
    expect(refusal(await post("/orders", order))).toEqual([400, "VALIDATION_ERROR"]);
  });
});
