import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Deadlines } from "../../domain/order/deadlines.ts";
import { keepHistory } from "../../tests/support/workflows/corpus.ts";
import { disputeOf } from "../../tests/support/workflows/dispute-driver.ts";
import { eventually } from "../../tests/support/workflows/eventually.ts";
import { moneyOf } from "../../tests/support/workflows/money.ts";
import { anOrder, carryOut, type OrderDriver } from "../../tests/support/workflows/order-driver.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";
import { skippingBench } from "../../tests/support/workflows/skipping-bench.ts";

// Days in seconds, on a clock that jumps.

const HOUR = 3600;
const HOUR_MS = HOUR * 1000;
const MILESTONES = [{ milestoneId: "", ref: "part-0", title: "All of it", amount: "120.00" }];

let bench: Awaited<ReturnType<typeof skippingBench>>;
beforeAll(async () => {
  bench = await skippingBench();
}, 60_000);
afterAll(() => bench.close());

async function created(deadlines: Partial<Deadlines>): Promise<OrderDriver> {
  const order = anOrder(bench);
  const none = { cancelUnfundedAfterSeconds: null, releaseAfterSeconds: null, remindBeforeSeconds: null };
  const milestones = MILESTONES.map((one) => ({ ...one, milestoneId: `mil_${order.orderId}` }));
  await order.create({ deadlines: { ...none, ...deadlines }, milestones });
  return order;
}

const eventsOf = ({ orderId }: OrderDriver) => bench.world.ledger.events(orderId);

test.each([
  ["ORDER_CREATED", []],
  ["FUNDS_RESERVED", ["reserve"]],
  ["ESCROW_FUNDING", ["reserve", "createEscrow"]],
] as const)(
  "an order that is still %s at its deadline is canceled, and what was held is given back",
  async (state, commands) => {
    const order = await created({ cancelUnfundedAfterSeconds: 24 * HOUR, remindBeforeSeconds: HOUR });
    await carryOut(order, commands);
    expect(order.status()).toBe(state);
    expect((await order.progress()).deadline).toMatchObject({ action: "cancel" });
    await bench.pass(22 * HOUR_MS);
    expect(eventsOf(order)).not.toContain("order.deadline_approaching");
    await bench.pass(1.5 * HOUR_MS);
    await eventually(
      async () => eventsOf(order),
      (events) => events.includes("order.deadline_approaching"),
    );
    expect(await order.result()).toMatchObject({ status: "CLOSED", outcome: "CANCELED" });
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "120.00", reserved: "0.00" });
    await keepHistory(order.handle, `order/expired-${state.toLowerCase().replace("_", "-")}`);
  },
);

test("an order that was funded in time is left alone", async () => {
  const order = await created({ cancelUnfundedAfterSeconds: 24 * HOUR });
  await carryOut(order, ["reserve", "createEscrow", "fundEscrow"]);
  await bench.pass(30 * HOUR_MS);
  expect([order.status(), (await order.progress()).deadline]).toEqual(["IN_PROGRESS", null]);
});

test("an order whose milestones are completed is released in time, with a reminder before", async () => {
  const order = await created({ releaseAfterSeconds: 72 * HOUR, remindBeforeSeconds: 24 * HOUR });
  await carryOut(order, ["reserve", "createEscrow", "fundEscrow"]);
  await bench.pass(200 * HOUR_MS);
  expect(order.status()).toBe("IN_PROGRESS");
  await carryOut(order, ["completeMilestone"]);
  expect((await order.progress()).deadline).toMatchObject({ action: "release" });
  expect(await order.result()).toMatchObject({ outcome: "RELEASED" });
  expect(eventsOf(order)).toContain("order.deadline_approaching");
  await keepHistory(order.handle, "order/released-in-time");
});

test("a milestone's dispute keeps a multi-release order waiting, and its ruling lets the rest be released", async () => {
  const order = anOrder(bench);
  const milestones = ["part-0", "part-1"].map((ref) => ({
    milestoneId: `mil_${order.orderId}_${ref}`,
    ref,
    title: ref,
    amount: "60.00",
  }));
  const deadlines = { cancelUnfundedAfterSeconds: null, releaseAfterSeconds: 72 * HOUR, remindBeforeSeconds: null };
  await order.create({ escrowType: "multi-release", milestones, deadlines });
  await carryOut(order, ["reserve", "createEscrow", "fundEscrow"]);
  for (const { ref } of milestones) await order.command("completeMilestone", undefined, { milestoneRef: ref });
  expect(wordOf(await order.command("openDispute", undefined, { milestoneRef: "part-1" }))).toBe("IN_PROGRESS");
  await bench.pass(100 * HOUR_MS);
  const first = milestones[0]?.milestoneId ?? "";
  expect(bench.world.ledger.statuses(first).at(-1)).toBe("COMPLETED");
  const dispute = disputeOf(bench, order);
  await dispute.assign();
  expect(wordOf(await dispute.resolve({ decision: "FULL_REFUND" }))).toBe("RESOLVED");
  expect(await order.result()).toMatchObject({ outcome: "SPLIT" });
  expect(bench.world.ledger.statuses(first).at(-1)).toBe("RELEASED");
});

test("a dispute stops the clock, and one that was dropped lets it run on", async () => {
  const order = await created({ releaseAfterSeconds: 72 * HOUR });
  await carryOut(order, ["reserve", "createEscrow", "fundEscrow", "completeMilestone", "openDispute"]);
  await bench.pass(100 * HOUR_MS);
  expect(order.status()).toBe("DISPUTED");
  const dispute = disputeOf(bench, order);
  await dispute.assign();
  expect(wordOf(await dispute.resolve({ decision: "FULL_REFUND" }))).toBe("RESOLVED");
  expect(await order.result()).toMatchObject({ outcome: "REFUNDED" });
});
