import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Deadlines } from "../../domain/order/deadlines.ts";
import { keepHistory } from "../../tests/support/workflows/corpus.ts";
import { disputeOf } from "../../tests/support/workflows/dispute-driver.ts";
import { eventually } from "../../tests/support/workflows/eventually.ts";
import { moneyOf } from "../../tests/support/workflows/money.ts";
import { anOrder, carryOut, type OrderDriver, parked } from "../../tests/support/workflows/order-driver.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";
import { skippingBench } from "../../tests/support/workflows/skipping-bench.ts";

// Days in seconds, on a clock that jumps.

const HOUR = 3600;
const HOUR_MS = HOUR * 1000;
const NONE: Deadlines = { cancelUnfundedAfterSeconds: null, releaseAfterSeconds: null, remindBeforeSeconds: null };
const MILESTONES = [{ milestoneId: "", ref: "part-0", title: "All of it", amount: "120.00" }];

let bench: Awaited<ReturnType<typeof skippingBench>>;
beforeAll(async () => {
  bench = await skippingBench();
}, 60_000);
afterAll(() => bench.close());

async function created(deadlines: Partial<Deadlines>): Promise<OrderDriver> {
  const order = anOrder(bench);
  const milestones = MILESTONES.map((one) => ({ ...one, milestoneId: `mil_${order.orderId}` }));
  await order.create({ deadlines: { ...NONE, ...deadlines }, milestones });
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

test("a dispute stops the clock until it is ruled", async () => {
  const order = await created({ releaseAfterSeconds: 72 * HOUR });
  await carryOut(order, ["reserve", "createEscrow", "fundEscrow", "completeMilestone", "openDispute"]);
  await bench.pass(100 * HOUR_MS);
  expect(order.status()).toBe("DISPUTED");
  const dispute = disputeOf(bench, order);
  await dispute.assign();
  expect(wordOf(await dispute.resolve({ decision: "FULL_REFUND" }))).toBe("RESOLVED");
  expect(await order.result()).toMatchObject({ outcome: "REFUNDED" });
});

describe("what was asked in time and given up after the deadline", () => {
  test.each([
    ["a dispute", "openDispute", "freeze"],
    ["a refund", "refund", "freeze"],
    ["a release", "release", "approve/0"],
  ] as const)(
    "(%s) stops the clock: the whole time begins anew, with its event and its reminder",
    async (_what, command, step) => {
      const order = await completed({ releaseAfterSeconds: 72 * HOUR, remindBeforeSeconds: 24 * HOUR });
      bench.world.chain.decide(`${order.workflowId}#${step}`, [{ fails: "CONTRACT_REFUSED" }]);
      const asked = order.command(command);
      await parked(order, "CONTRACT_REFUSED");
      await bench.pass(100 * HOUR_MS);
      await order.decide({ action: "abandon" });
      expect(wordOf(await asked)).toBe("PROVIDER_ERROR");
      await expectWholePeriodAnew(order);
    },
  );

  test("of a milestone, the clock of its order begins anew", async () => {
    const order = await multiReleased(["part-0", "part-1"], { releaseAfterSeconds: 72 * HOUR });
    await complete(order, ["part-0", "part-1"]);
    bench.world.chain.decide(`${order.workflowId}#freeze/1`, [{ fails: "CONTRACT_REFUSED" }]);
    const asked = order.command("openDispute", undefined, { milestoneRef: "part-1" });
    await parked(order, "CONTRACT_REFUSED");
    await bench.pass(100 * HOUR_MS);
    await order.decide({ action: "abandon" });
    expect(wordOf(await asked)).toBe("PROVIDER_ERROR");
    await expectWholePeriodAnew(order);
  });
});

/** Nobody is paid before the whole time has passed again, and then the seller is. */
async function expectWholePeriodAnew(order: OrderDriver): Promise<void> {
  const { deadline } = await eventually(order.progress, (seen) => seen.deadline != null);
  expect(deadline).toMatchObject({ action: "release" });
  expect(eventsOf(order)).toContain("order.deadline_renewed");
  await bench.pass(70 * HOUR_MS);
  expect(order.status()).toBe("IN_PROGRESS");
  expect(await order.result()).toMatchObject({ outcome: "RELEASED" });
}

async function completed(deadlines: Partial<Deadlines>): Promise<OrderDriver> {
  const order = await created(deadlines);
  return carryOut(order, ["reserve", "createEscrow", "fundEscrow", "completeMilestone"]);
}

/** A funded order that is paid part by part. */
async function multiReleased(refs: readonly string[], deadlines: Partial<Deadlines>): Promise<OrderDriver> {
  const order = anOrder(bench);
  const milestones = refs.map((ref) => ({
    milestoneId: `mil_${order.orderId}_${ref}`,
    ref,
    title: ref,
    amount: "60.00",
  }));
  await order.create({ escrowType: "multi-release", milestones, deadlines: { ...NONE, ...deadlines } });
  return carryOut(order, ["reserve", "createEscrow", "fundEscrow"]);
}

async function complete(order: OrderDriver, refs: readonly string[]): Promise<void> {
  for (const milestoneRef of refs) await order.command("completeMilestone", undefined, { milestoneRef });
}

describe("the clock of an order", () => {
  test.each([
    ["a refund", (order: OrderDriver) => order.command("refund", undefined, { milestoneRef: "part-1" })],
    ["a ruling", ruleForTheBuyer],
  ] as const)("whose last open milestone ends by %s is armed by it", async (_what, end) => {
    const order = await multiReleased(["part-0", "part-1"], { releaseAfterSeconds: 72 * HOUR });
    await complete(order, ["part-0"]);
    expect((await order.progress()).deadline ?? null).toBeNull();
    await end(order);
    const { deadline } = await eventually(order.progress, (seen) => seen.deadline != null, 3_000);
    expect(deadline).toMatchObject({ action: "release" });
    expect(await order.result()).toMatchObject({ outcome: "SPLIT" });
  });

  test("without milestones runs from its funding on", async () => {
    const order = anOrder(bench);
    await order.create({ deadlines: { ...NONE, releaseAfterSeconds: 72 * HOUR, cancelUnfundedAfterSeconds: HOUR } });
    await carryOut(order, ["reserve", "createEscrow", "fundEscrow"]);
    expect((await order.progress()).deadline).toMatchObject({ action: "release" });
    await bench.pass(70 * HOUR_MS);
    expect(order.status()).toBe("IN_PROGRESS");
    expect(await order.result()).toMatchObject({ outcome: "RELEASED" });
  });

  test("reminds at once where less time is left than the reminder says", async () => {
    const order = await completed({ releaseAfterSeconds: HOUR, remindBeforeSeconds: 24 * HOUR });
    await eventually(
      async () => eventsOf(order),
      (events) => events.includes("order.deadline_approaching"),
    );
    expect(order.status()).toBe("IN_PROGRESS");
    expect(await order.result()).toMatchObject({ outcome: "RELEASED" });
  });

  test("begins anew when its own release is given up", async () => {
    const order = await completed({ releaseAfterSeconds: 72 * HOUR });
    bench.world.chain.decide(`${order.workflowId}#approve/0`, [{ fails: "CONTRACT_REFUSED" }]);
    await bench.pass(73 * HOUR_MS);
    await parked(order, "CONTRACT_REFUSED");
    await order.decide({ action: "abandon" });
    await expectWholePeriodAnew(order);
  });
});

async function ruleForTheBuyer(order: OrderDriver): Promise<void> {
  await order.command("openDispute", undefined, { milestoneRef: "part-1" });
  const dispute = disputeOf(bench, order);
  await dispute.assign();
  await dispute.resolve({ decision: "FULL_REFUND" });
}
