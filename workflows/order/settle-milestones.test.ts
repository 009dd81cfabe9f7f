import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../../tests/support/workflows/bench.ts";
import { keepHistory } from "../../tests/support/workflows/corpus.ts";
import { disputeOf } from "../../tests/support/workflows/dispute-driver.ts";
import { contractOf } from "../../tests/support/workflows/fake-contracts.ts";
import { gate } from "../../tests/support/workflows/faults.ts";
import { brokenMoney, moneyOf } from "../../tests/support/workflows/money.ts";
import { anOrder, carryOut, type OrderDriver, parked } from "../../tests/support/workflows/order-driver.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("milestones");
});
afterAll(() => bench.close());

interface MultiOrder {
  readonly order: OrderDriver;
  readonly ids: readonly string[];
  send(name: "completeMilestone" | "release" | "refund" | "openDispute", part?: number, says?: object): Promise<string>;
  status(part: number): string | undefined;
}

/** A funded multi-release order of 120.00 in parts of 40.00, 50.00 and 30.00. */
async function aMultiOrder(): Promise<MultiOrder> {
  const order = anOrder(bench);
  const ids = [0, 1, 2].map(() => `mil_${randomUUID()}`);
  const milestones = ["40.00", "50.00", "30.00"].map((amount, index) => ({
    milestoneId: ids[index] ?? "",
    ref: `part-${index}`,
    title: `Part ${index}`,
    amount,
  }));
  await order.create({ escrowType: "multi-release", milestones });
  await carryOut(order, ["reserve", "createEscrow", "fundEscrow"]);
  return {
    order,
    ids,
    send: async (name, part, says = {}) => {
      const about = part === undefined ? {} : { milestoneRef: `part-${part}` };
      return wordOf(await order.command(name, undefined, { ...about, ...says }));
    },
    status: (part) => bench.world.ledger.statuses(ids[part] ?? "").at(-1),
  };
}

const brokenMoneyOf = ({ buyerId, sellerId, orderId, workflowId }: OrderDriver, workflows: readonly string[] = []) =>
  brokenMoney(bench.world, {
    users: [buyerId, sellerId],
    orders: [orderId],
    workflows: [workflowId, ...workflows],
  });

describe("a multi-release order", () => {
  test("is paid part by part, and over with the last one; the rest goes to the buyer", async () => {
    const { order, send, status } = await aMultiOrder();
    expect(await send("completeMilestone", 0)).toBe("IN_PROGRESS");
    expect(await send("release", 0)).toBe("IN_PROGRESS");
    expect([status(0), status(1), order.status()]).toEqual(["RELEASED", "OPEN", "IN_PROGRESS"]);
    expect(moneyOf(bench.world, order.sellerId)).toMatchObject({ available: "38.88", wallet: "38.88" });
    expect(await send("refund", 2)).toBe("IN_PROGRESS");
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "29.16", booksAgree: true });
    bench.world.chain.mint(contractOf(order), 7n);
    expect(await send("completeMilestone", 1)).toBe("IN_PROGRESS");
    expect(await send("release", 1)).toBe("CLOSED");
    expect(await order.result()).toMatchObject({ status: "CLOSED", outcome: "SPLIT" });
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "29.1600007", booksAgree: true });
    expect(brokenMoneyOf(order)).toEqual([]);
    await keepHistory(order.handle, "order/multi-released-and-refunded");
  });

  test("without a part named releases or refunds all that are not paid", async () => {
    const released = await aMultiOrder();
    for (const part of [0, 1]) await released.send("completeMilestone", part);
    expect(await released.send("release")).toBe("INVALID_STATE");
    await released.send("completeMilestone", 2);
    expect(await released.send("release")).toBe("CLOSED");
    expect(await released.order.result()).toMatchObject({ outcome: "RELEASED" });

    const refunded = await aMultiOrder();
    expect(await refunded.send("refund")).toBe("CLOSED");
    expect(await refunded.order.result()).toMatchObject({ outcome: "REFUNDED" });
    expect([brokenMoneyOf(released.order), brokenMoneyOf(refunded.order)]).toEqual([[], []]);
  });

  test("disputes a part on its own: the others go on, and a split of it is paid exactly", async () => {
    const { order, send, status } = await aMultiOrder();
    await send("completeMilestone", 0);
    expect(await send("openDispute", 1)).toBe("IN_PROGRESS");
    expect(status(1)).toBe("DISPUTED");
    expect([await send("release", 1), await send("refund", 1)]).toEqual(["INVALID_STATE", "INVALID_STATE"]);
    expect(await send("openDispute", 1, { openedBy: "SELLER" })).toBe("DISPUTE_ALREADY_OPEN");
    expect(await send("release", 0)).toBe("IN_PROGRESS");

    const dispute = disputeOf(bench, order);
    await dispute.assign();
    const wrong = { decision: "SPLIT", releaseAmount: "80.00", refundAmount: "40.00" } as const;
    expect(wordOf(await dispute.resolve(wrong))).toBe("INVALID_AMOUNT");
    const split = { decision: "SPLIT", releaseAmount: "20.00", refundAmount: "30.00" } as const;
    expect(wordOf(await dispute.resolve(split))).toBe("RESOLVED");
    expect(await dispute.result()).toEqual({ outcome: "SPLIT" });
    expect([status(1), order.status()]).toEqual(["SPLIT", "IN_PROGRESS"]);
    expect(["CLOSED", "IN_PROGRESS"]).toContain(await send("refund", 2)); // it may not have heard of the ruling yet
    expect(await order.result()).toMatchObject({ status: "CLOSED", outcome: "SPLIT" });
    expect(moneyOf(bench.world, order.sellerId)).toMatchObject({ available: "58.32" });
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "58.32" });
    expect(brokenMoneyOf(order, [dispute.workflowId])).toEqual([]);
    await keepHistory(order.handle, "order/multi-with-dispute");
    await keepHistory(dispute.handle, "dispute/milestone-split");
  });

  test("whose last part is settled by a ruling is over with it", async () => {
    const { order, send } = await aMultiOrder();
    await send("openDispute", 0);
    for (const part of [1, 2]) await send("refund", part);
    const dispute = disputeOf(bench, order);
    await dispute.assign();
    await dispute.resolve({ decision: "FULL_REFUND" });
    expect(await order.result()).toMatchObject({ status: "CLOSED", outcome: "REFUNDED" });
    expect(brokenMoneyOf(order, [dispute.workflowId])).toEqual([]);
  });

  test("pays a part once, however many ask, and refuses what is not possible there", async () => {
    const { order, send, status } = await aMultiOrder();
    expect([await send("release", 0), await send("release", 9)]).toEqual(["INVALID_STATE", "MILESTONE_NOT_FOUND"]);
    await send("completeMilestone", 0);
    const words = await Promise.all(Array.from({ length: 8 }, () => send("release", 0)));
    expect([...new Set(words)]).toEqual(["IN_PROGRESS"]);
    expect([await send("release", 0), await send("refund", 0)]).toEqual(["IN_PROGRESS", "INVALID_STATE"]);
    expect(status(0)).toBe("RELEASED");
    const releases = bench.world.chain
      .attemptsOf(order.workflowId)
      .filter(({ stepKey }) => stepKey.endsWith("#release/0"));
    expect(releases).toHaveLength(1);
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("of a release and a dispute of one part at once does one", async () => {
    const { order, send, status } = await aMultiOrder();
    await send("completeMilestone", 0);
    const words = await Promise.all([send("release", 0), send("openDispute", 0)]);
    expect([
      ["IN_PROGRESS", "INVALID_STATE"],
      ["INVALID_STATE", "IN_PROGRESS"],
    ]).toContainEqual(words);
    expect(status(0)).toBe(words[0] === "IN_PROGRESS" ? "RELEASED" : "DISPUTED");
    expect(brokenMoneyOf(order, [disputeOf(bench, order).workflowId])).toEqual([]);
  });

  test("whose part's settling is given up is where it was, and a frozen refund can only go on", async () => {
    const { order, send, status } = await aMultiOrder();
    await send("completeMilestone", 0);
    bench.world.chain.decide(`${order.workflowId}#approve/0`, [{ fails: "CONTRACT_REFUSED" }]);
    const release = send("release", 0);
    await parked(order, "CONTRACT_REFUSED");
    await order.decide({ action: "abandon" });
    expect([await release, status(0)]).toEqual(["PROVIDER_ERROR", "COMPLETED"]);

    const refusals = Array.from({ length: 5 }, () => ({ fails: "CONTRACT_REFUSED" as const }));
    bench.world.chain.decide(`${order.workflowId}#refund/0`, refusals);
    const refund = send("refund", 0);
    await parked(order, "CONTRACT_REFUSED");
    await order.decide({ action: "abandon" });
    expect([await refund, status(0)]).toEqual(["INVALID_STATE", "REFUND_REQUESTED"]);
    expect(await send("release", 0)).toBe("INVALID_STATE");
    expect([await send("refund", 0), status(0)]).toEqual(["IN_PROGRESS", "REFUNDED"]);
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("keeps its dispute apart from a release that is under way", async () => {
    const { order, send, status } = await aMultiOrder();
    await send("completeMilestone", 0);
    await send("openDispute", 1);
    const dispute = disputeOf(bench, order);
    await dispute.assign();
    const held = gate();
    bench.world.faults.set(order.workflowId, "confirm release/0", held.fault);
    const release = send("release", 0);
    await held.reached;
    expect(wordOf(await dispute.resolve({ decision: "FULL_RELEASE" }))).toBe("RESOLVED");
    held.open();
    expect([await release, status(0), status(1)]).toEqual(["IN_PROGRESS", "RELEASED", "RELEASED"]);
    expect(brokenMoneyOf(order, [dispute.workflowId])).toEqual([]);
  });
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);
