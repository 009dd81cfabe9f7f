import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { allowedStates, type OrderCommandName } from "../domain/order/commands.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { contractOf } from "../tests/support/workflows/fake-contracts.ts";
import { gate } from "../tests/support/workflows/faults.ts";
import { brokenMoney, moneyOf } from "../tests/support/workflows/money.ts";
import {
  anOrder,
  anOrderAfter,
  carryOut,
  HAPPY_COMMANDS,
  type OrderDriver,
  parked,
} from "../tests/support/workflows/order-driver.ts";
import { wordOf } from "../tests/support/workflows/outcome.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("order");
});
afterAll(() => bench.close());

const brokenMoneyOf = ({ buyerId, sellerId, orderId, workflowId }: OrderDriver) =>
  brokenMoney(bench.world, { users: [buyerId, sellerId], orders: [orderId], workflows: [workflowId] });

describe("an order", () => {
  test("pays the seller what the contract paid, and leaves nothing held", async () => {
    const order = await anOrderAfter(bench, HAPPY_COMMANDS);
    expect(await order.result()).toMatchObject({ status: "CLOSED", outcome: "RELEASED" });
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "0.00", reserved: "0.00", wallet: "0.00" });
    expect(moneyOf(bench.world, order.sellerId)).toMatchObject({ available: "116.64", wallet: "116.64" });
    expect(brokenMoneyOf(order)).toEqual([]);
    await keepHistory(order.handle, "order/released");
  });

  test("with milestones has each completed by the seller and approved by the buyer before anybody is paid", async () => {
    const order = await anOrderWithMilestones();
    await carryOut(order, ["reserve", "createEscrow", "fundEscrow", "completeMilestone"]);
    expect(wordOf(await order.command("release"))).toBe("INVALID_STATE");
    expect(wordOf(await order.command("completeMilestone"))).toBe("INVALID_STATE");
    expect(wordOf(await order.command("completeMilestone", undefined, { milestoneRef: "part-9" }))).toBe(
      "MILESTONE_NOT_FOUND",
    );
    expect(wordOf(await order.command("completeMilestone", undefined, { milestoneRef: "part-1" }))).toBe("IN_PROGRESS");
    await carryOut(order, ["release"]);
    const prepared = bench.world.faults.calls(order.workflowId).filter((call) => call.startsWith("prepare"));
    expect(prepared.slice(-5)).toEqual([
      "prepare complete/0",
      "prepare complete/1",
      "prepare approve/0",
      "prepare approve/1",
      "prepare release",
    ]);
    await order.result();
    await keepHistory(order.handle, "order/milestones-released");
  });

  test("completes a milestone once, however many say at once that it is done", async () => {
    const order = await anOrderWithMilestones();
    await carryOut(order, ["reserve", "createEscrow", "fundEscrow"]);
    const words = (await Promise.all(Array.from({ length: 5 }, () => order.command("completeMilestone")))).map(wordOf);
    expect(words.sort()).toEqual(
      ["INVALID_STATE", "INVALID_STATE", "INVALID_STATE", "INVALID_STATE", "IN_PROGRESS"].sort(),
    );
    expect(
      bench.world.chain.attemptsOf(order.workflowId).filter(({ stepKey }) => stepKey.includes("#complete")),
    ).toHaveLength(1);
  });

  test("that is refunded gives the buyer what the contract holds, less its fees, and leaves nothing held", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    expect(wordOf(await order.command("refund"))).toBe("CLOSED");
    expect(await order.result()).toMatchObject({ status: "CLOSED", outcome: "REFUNDED" });
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({
      available: "116.64",
      reserved: "0.00",
      wallet: "116.64",
    });
    expect(bench.world.ledger.statuses(order.orderId).slice(-4)).toEqual([
      "IN_PROGRESS",
      "REFUND_REQUESTED",
      "REFUNDED",
      "CLOSED",
    ]);
    expect(brokenMoneyOf(order)).toEqual([]);
    await keepHistory(order.handle, "order/refunded");
  });

  test("is refunded, released and split exactly as its preview said", async () => {
    const rulings = [{ decision: "FULL_REFUND" }, { decision: "FULL_RELEASE" }] as const;
    for (const ruling of rulings) {
      const order = await anOrderAfter(bench, FUNDED);
      const shown = await order.preview(ruling);
      if (!("view" in shown)) throw new Error(shown.refused);
      await carryOut(order, [ruling.decision === "FULL_REFUND" ? "refund" : "release"]);
      expect(moneyOf(bench.world, order.buyerId).available).toBe(shown.view.buyer.netAmount);
      expect(moneyOf(bench.world, order.sellerId).available).toBe(shown.view.seller.netAmount);
      const steps = shown.view.transactions.map(({ step }) => step.replace("resolve", "refund"));
      const made = bench.world.chain.attemptsOf(order.workflowId).map(({ stepKey }) => stepKey.split("#")[1]);
      expect(made.slice(2)).toEqual(steps);
    }
  });

  test("has no preview before there is money in escrow, nor of what does not add up", async () => {
    const order = await anOrderAfter(bench, ["reserve"]);
    expect(await order.preview({ decision: "FULL_REFUND" })).toMatchObject({ refused: "INVALID_STATE" });
    const wrong = { decision: "SPLIT", sellerAmount: "1.00", buyerAmount: "1.00" } as const;
    expect(await order.preview(wrong)).toMatchObject({ refused: "INVALID_AMOUNT" });
  });

  test("that a stranger has sent money to is refunded with all of it", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    bench.world.chain.mint(contractOf(order), 1n);
    await carryOut(order, ["refund"]);
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "116.6400001", booksAgree: true });
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("whose refund the contract refuses, as its balance has changed, is refunded with another transaction", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    bench.world.chain.decide(`${order.workflowId}#refund`, [
      { fails: "CONTRACT_REFUSED" },
      { fails: "CONTRACT_REFUSED" },
    ]);
    await carryOut(order, ["refund"]);
    expect(
      bench.world.chain
        .attemptsOf(order.workflowId)
        .slice(-3)
        .map(({ outcome }) => outcome),
    ).toEqual(["FAILED", "FAILED", "SUCCEEDED"]);
    expect(brokenMoneyOf(order)).toEqual([]);
    await keepHistory(order.handle, "order/refund-rebuilt");
  });

  test("whose refund was given up before the freeze goes on, and after the freeze only the refund goes on", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    bench.world.chain.decide(`${order.workflowId}#freeze`, [{ fails: "CONTRACT_REFUSED" }]);
    const first = order.command("refund");
    await parked(order, "CONTRACT_REFUSED");
    await order.decide({ action: "abandon" });
    expect([wordOf(await first), order.status()]).toEqual(["PROVIDER_ERROR", "IN_PROGRESS"]);

    bench.world.chain.decide(
      `${order.workflowId}#refund`,
      Array.from({ length: 5 }, () => ({ fails: "CONTRACT_REFUSED" })),
    );
    const second = order.command("refund");
    await parked(order, "CONTRACT_REFUSED");
    await order.decide({ action: "abandon" });
    expect([wordOf(await second), order.status()]).toEqual(["INVALID_STATE", "REFUND_REQUESTED"]);
    expect(wordOf(await order.command("release"))).toBe("INVALID_STATE");
    expect(wordOf(await order.command("refund"))).toBe("CLOSED");
    expect(brokenMoneyOf(order)).toEqual([]);
    await keepHistory(order.handle, "order/refund-abandoned-then-refunded");
  });

  test("that is canceled gives back what it held", async () => {
    const order = await anOrderAfter(bench, ["reserve", "cancel"]);
    expect(await order.result()).toMatchObject({ status: "CLOSED", outcome: "CANCELED" });
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "120.00", reserved: "0.00" });
    await keepHistory(order.handle, "order/canceled");
  });

  test("whose funding was refused is funded again with the contract it has", async () => {
    const order = await orderWithRefusedFunding();
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ reserved: "120.00", wallet: "120.00" });
    await carryOut(order, ["createEscrow", "fundEscrow", "release"]);
    const deployments = bench.world.chain
      .attemptsOf(order.workflowId)
      .filter(({ stepKey }) => stepKey.endsWith("#deploy"));
    expect(deployments).toHaveLength(1);
    expect(brokenMoneyOf(order)).toEqual([]);
    await order.result();
    await keepHistory(order.handle, "order/funding-refused-then-released");
  });

  test("refuses a reservation that the buyer's balance does not cover, and takes it once it does", async () => {
    const order = anOrder(bench, { balance: "119.99" });
    await order.create();
    expect(wordOf(await order.command("reserve"))).toBe("INSUFFICIENT_FUNDS");
    expect(order.status()).toBe("ORDER_CREATED");
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "119.99", reserved: "0.00" });
  });

  test("goes no further for a party that was suspended meanwhile", async () => {
    const order = await anOrderAfter(bench, ["reserve"]);
    bench.world.suspend(order.sellerId);
    expect(wordOf(await order.command("createEscrow"))).toBe("USER_NOT_ELIGIBLE");
    expect(order.status()).toBe("FUNDS_RESERVED");
  });

  test("is not stopped half-way by a cancellation of its workflow", async () => {
    const order = await anOrderAfter(bench, ["reserve"]);
    await order.handle.cancel();
    await carryOut(order, ["createEscrow", "fundEscrow", "release"]);
    expect(await order.result()).toMatchObject({ outcome: "RELEASED" });
    await keepHistory(order.handle, "order/released-after-cancellation-request");
  });
});

const FUNDED = ["reserve", "createEscrow", "fundEscrow"] as const;

async function anOrderWithMilestones(): Promise<OrderDriver> {
  const milestones = ["40.00", "80.00"].map((amount, index) => ({
    milestoneId: `mil_${randomUUID()}`,
    ref: `part-${index}`,
    title: `Part ${index}`,
    amount,
  }));
  const order = anOrder(bench);
  await order.create({ milestones });
  for (const { milestoneId } of milestones) expect(bench.world.ledger.statuses(milestoneId)).toEqual(["OPEN"]);
  return order;
}

const NO = "INVALID_STATE";

/** What each command answers in each state an order can rest in: the status after it, or the refusal. */
const ANSWERS = {
  ORDER_CREATED: ["FUNDS_RESERVED", "CLOSED", NO, NO, NO, NO, NO, NO],
  FUNDS_RESERVED: [NO, "CLOSED", "ESCROW_FUNDING", NO, NO, NO, NO, NO],
  "FUNDS_RESERVED, after a refused funding": [NO, "CLOSED", "ESCROW_FUNDING", "IN_PROGRESS", NO, NO, NO, NO],
  ESCROW_FUNDING: [NO, "CLOSED", "ESCROW_FUNDING", "IN_PROGRESS", NO, NO, NO, NO],
  IN_PROGRESS: [NO, NO, "IN_PROGRESS", "IN_PROGRESS", "CLOSED", "CLOSED", "DISPUTED", "MILESTONE_NOT_FOUND"],
  DISPUTED: [NO, NO, "DISPUTED", "DISPUTED", NO, NO, "DISPUTED", NO],
  "CLOSED, released": ["GONE", "GONE", "GONE", "GONE", "GONE", "GONE", "GONE", "GONE"],
  "CLOSED, refunded": ["GONE", "GONE", "GONE", "GONE", "GONE", "GONE", "GONE", "GONE"],
  "CLOSED, canceled": ["GONE", "GONE", "GONE", "GONE", "GONE", "GONE", "GONE", "GONE"],
} as const;
const COMMANDS = [
  "reserve",
  "cancel",
  "createEscrow",
  "fundEscrow",
  "release",
  "refund",
  "openDispute",
  "completeMilestone",
] as const;

const ARRIVALS: Record<keyof typeof ANSWERS, () => Promise<OrderDriver>> = {
  ORDER_CREATED: () => anOrderAfter(bench, []),
  FUNDS_RESERVED: () => anOrderAfter(bench, ["reserve"]),
  "FUNDS_RESERVED, after a refused funding": () => orderWithRefusedFunding(),
  ESCROW_FUNDING: () => anOrderAfter(bench, ["reserve", "createEscrow"]),
  IN_PROGRESS: () => anOrderAfter(bench, FUNDED),
  DISPUTED: () => anOrderAfter(bench, [...FUNDED, "openDispute"]),
  "CLOSED, released": () => closed(anOrderAfter(bench, HAPPY_COMMANDS)),
  "CLOSED, refunded": () => closed(anOrderAfter(bench, [...FUNDED, "refund"])),
  "CLOSED, canceled": () => closed(anOrderAfter(bench, ["reserve", "cancel"])),
};

test.each(Object.entries(ANSWERS))(
  "in %s every command has the right answer, and a refusal changes nothing",
  async (state, answers) => {
    const arrive = ARRIVALS[state as keyof typeof ANSWERS];
    const unchanged = await arrive();
    const [status, money] = [unchanged.status(), moneyOf(bench.world, unchanged.buyerId)];
    for (const [index, command] of COMMANDS.entries()) {
      const answer = answers[index];
      const isMove =
        answer !== "INVALID_STATE" && answer !== "GONE" && answer !== "MILESTONE_NOT_FOUND" && answer !== status;
      const order = isMove ? await arrive() : unchanged;
      const outcome = await order.command(command);
      expect([command, wordOf(outcome)]).toEqual([command, answer]);
      if (answer === "INVALID_STATE") {
        const details = { currentState: status, allowedStates: allowedStates(command), orderId: order.orderId };
        expect(outcome).toEqual({ refused: "INVALID_STATE", details });
      }
      expect(brokenMoneyOf(order)).toEqual([]);
    }
    expect([unchanged.status(), moneyOf(bench.world, unchanged.buyerId)]).toEqual([status, money]);
  },
);

/** While a step is under way its own command joins it, and every other one is refused at once. */
const UNDER_WAY = [
  { state: "ESCROW_CREATING", before: ["reserve"], command: "createEscrow", call: "confirm deploy" },
  { state: "ESCROW_FUNDING", before: ["reserve", "createEscrow"], command: "fundEscrow", call: "confirm fund" },
  {
    state: "RELEASE_REQUESTED",
    before: ["reserve", "createEscrow", "fundEscrow"],
    command: "release",
    call: "confirm approve/0",
  },
  { state: "REFUND_REQUESTED", before: FUNDED, command: "refund", call: "confirm refund" },
  { state: "DISPUTED", before: FUNDED, command: "openDispute", call: "confirm freeze" },
] as const satisfies readonly {
  before: readonly OrderCommandName[];
  command: OrderCommandName;
  [key: string]: unknown;
}[];

test.each(UNDER_WAY)("during $command the same command joins it and gets its answer", async (row) => {
  const order = await anOrderAfter(bench, row.before);
  const held = gate();
  bench.world.faults.set(order.workflowId, row.call, held.fault);
  const first = order.command(row.command);
  await held.reached;
  expect(order.status()).toBe(row.state);
  const others = COMMANDS.filter((name) => name !== row.command && !isDone(name, row.command));
  const refusals = await Promise.all(others.map((name) => order.command(name)));
  const repeat = await order.accepted(row.command);
  held.open();
  expect(refusals.map(wordOf)).toEqual(others.map(() => "INVALID_STATE"));
  expect(await repeat.outcome).toEqual(await first);
  expect(bench.world.chain.attemptsOf(order.workflowId).map(({ stepKey }) => stepKey)).toEqual([
    ...new Set(bench.world.chain.attemptsOf(order.workflowId).map(({ stepKey }) => stepKey)),
  ]);
});

/** What had its effect before answers with the present state, also while another step is under way. */
const isDone = (name: OrderCommandName, during: OrderCommandName): boolean =>
  (name === "createEscrow" && during !== "createEscrow") ||
  (name === "fundEscrow" && during !== "createEscrow" && during !== "fundEscrow");

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);

async function orderWithRefusedFunding(): Promise<OrderDriver> {
  const order = await anOrderAfter(bench, ["reserve", "createEscrow"]);
  bench.world.chain.decide(`${order.workflowId}#fund`, [{ fails: "CONTRACT_REFUSED" }]);
  expect(wordOf(await order.command("fundEscrow"))).toBe("ESCROW_FUNDING_FAILED");
  return order;
}

/** Commands to a closed run come too late for its workflow: its row in the database answers them. */
async function closed(arriving: Promise<OrderDriver>): Promise<OrderDriver> {
  const order = await arriving;
  await order.result();
  return order;
}
