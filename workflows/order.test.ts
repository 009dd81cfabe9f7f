import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { allowedStates, type OrderCommandName } from "../domain/order/commands.ts";
import { type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { gate } from "../tests/support/workflows/faults.ts";
import { brokenMoney, moneyOf } from "../tests/support/workflows/money.ts";
import {
  anOrder,
  anOrderAfter,
  carryOut,
  HAPPY_COMMANDS,
  type OrderDriver,
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

  test("has every milestone completed by the seller and approved by the buyer before anybody is paid", async () => {
    const milestones = ["40.00", "80.00"].map((amount, index) => ({
      milestoneId: `mil_${index}`,
      ref: `part-${index}`,
      title: `Part ${index}`,
      amount,
    }));
    const order = anOrder(bench);
    await order.create({ milestones });
    await carryOut(order, HAPPY_COMMANDS);
    const prepared = bench.world.faults.calls(order.workflowId).filter((call) => call.startsWith("prepare"));
    expect(prepared.slice(-5)).toEqual([
      "prepare complete/0",
      "prepare approve/0",
      "prepare complete/1",
      "prepare approve/1",
      "prepare release",
    ]);
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

/** What each command answers in each state an order can rest in: the status after it, or the refusal. */
const ANSWERS = {
  ORDER_CREATED: ["FUNDS_RESERVED", "CLOSED", "INVALID_STATE", "INVALID_STATE", "INVALID_STATE"],
  FUNDS_RESERVED: ["INVALID_STATE", "CLOSED", "ESCROW_FUNDING", "INVALID_STATE", "INVALID_STATE"],
  "FUNDS_RESERVED, after a refused funding": [
    "INVALID_STATE",
    "CLOSED",
    "ESCROW_FUNDING",
    "IN_PROGRESS",
    "INVALID_STATE",
  ],
  ESCROW_FUNDING: ["INVALID_STATE", "INVALID_STATE", "ESCROW_FUNDING", "IN_PROGRESS", "INVALID_STATE"],
  IN_PROGRESS: ["INVALID_STATE", "INVALID_STATE", "IN_PROGRESS", "IN_PROGRESS", "CLOSED"],
  "CLOSED, released": ["GONE", "GONE", "GONE", "GONE", "GONE"],
  "CLOSED, canceled": ["GONE", "GONE", "GONE", "GONE", "GONE"],
} as const;
const COMMANDS = ["reserve", "cancel", "createEscrow", "fundEscrow", "release"] as const;

const ARRIVALS: Record<keyof typeof ANSWERS, () => Promise<OrderDriver>> = {
  ORDER_CREATED: () => anOrderAfter(bench, []),
  FUNDS_RESERVED: () => anOrderAfter(bench, ["reserve"]),
  "FUNDS_RESERVED, after a refused funding": () => orderWithRefusedFunding(),
  ESCROW_FUNDING: () => anOrderAfter(bench, ["reserve", "createEscrow"]),
  IN_PROGRESS: () => anOrderAfter(bench, ["reserve", "createEscrow", "fundEscrow"]),
  "CLOSED, released": () => closed(anOrderAfter(bench, HAPPY_COMMANDS)),
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
      const isMove = answer !== "INVALID_STATE" && answer !== "GONE" && answer !== status;
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
  const repeat = order.command(row.command);
  held.open();
  expect(refusals.map(wordOf)).toEqual(others.map(() => "INVALID_STATE"));
  expect(await repeat).toEqual(await first);
  expect(bench.world.chain.attemptsOf(order.workflowId).map(({ stepKey }) => stepKey)).toEqual([
    ...new Set(bench.world.chain.attemptsOf(order.workflowId).map(({ stepKey }) => stepKey)),
  ]);
});

/** What had its effect before answers with the present state, also while another step is under way. */
const isDone = (name: OrderCommandName, during: OrderCommandName): boolean =>
  (name === "createEscrow" && during !== "createEscrow") || (name === "fundEscrow" && during === "release");

test("every history of this file replays against today's code", async () => {
  expect(await bench.replayAll()).toEqual([]);
});

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
