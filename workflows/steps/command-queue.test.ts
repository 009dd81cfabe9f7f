import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { OrderCommandName } from "../../domain/order/commands.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../../tests/support/workflows/bench.ts";
import { eventually } from "../../tests/support/workflows/eventually.ts";
import { gate } from "../../tests/support/workflows/faults.ts";
import { brokenMoney, moneyOf } from "../../tests/support/workflows/money.ts";
import { anOrder, anOrderAfter, type OrderDriver } from "../../tests/support/workflows/order-driver.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";

const AT_ONCE = 20;

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("queue");
});
afterAll(() => bench.close());

test("commands that come together are carried out in the order in which they came", async () => {
  const order = await anOrderAfter(bench, []);
  const [reserve, cancel] = await together(order, "record fundsReserved", ["reserve", "cancel"]);
  expect([reserve, cancel]).toEqual(["FUNDS_RESERVED", "CLOSED"]);
  expect(bench.world.ledger.statuses(order.orderId)).toEqual(["ORDER_CREATED", "FUNDS_RESERVED", "CLOSED"]);
  expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "120.00", reserved: "0.00" });
});

test("a command that was accepted and then overtaken is refused, and the order ends", async () => {
  const order = await anOrderAfter(bench, []);
  const words = await together(order, "record fundsReserved", ["reserve", "cancel", "createEscrow", "cancel"]);
  expect(words).toEqual(["FUNDS_RESERVED", "CLOSED", "INVALID_STATE", "CLOSED"]);
  expect(await order.result()).toMatchObject({ outcome: "CANCELED" });
  expect(bench.world.chain.attemptsOf(order.workflowId)).toEqual([]);
});

/**
 * A cancelled order's run ends by itself, so the other command is refused by it or finds it gone. Where the escrow comes first
 * the order waits to be funded, and its empty contract keeps it from no cancelling.
 */
test("cancel and createEscrow at once: no escrow comes after the cancelling", async () => {
  const order = await anOrderAfter(bench, ["reserve"]);
  const words = (await Promise.all([order.command("cancel"), order.command("createEscrow")])).map(wordOf);
  expect([
    ["CLOSED", "INVALID_STATE"],
    ["CLOSED", "GONE"],
    ["INVALID_STATE", "ESCROW_FUNDING"],
    ["CLOSED", "ESCROW_FUNDING"],
  ]).toContainEqual(words);
  expect(bench.world.chain.attemptsOf(order.workflowId)).toHaveLength(words[1] === "ESCROW_FUNDING" ? 1 : 0);
});

test("two reservations at once hold the money once, and the second is refused", async () => {
  const order = await anOrderAfter(bench, [], { balance: "240.00" });
  const words = (await Promise.all([order.command("reserve"), order.command("reserve")])).map(wordOf);
  expect(words.sort()).toEqual(["FUNDS_RESERVED", "INVALID_STATE"]);
  expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "120.00", reserved: "120.00" });
});

test(`of ${AT_ONCE} orders at once against a balance for one, exactly one reserves it`, async () => {
  const buyerId = bench.world.user("120.00");
  const orders = await Promise.all(Array.from({ length: AT_ONCE }, () => anOrderAfter(bench, [], { buyerId })));
  const words = (await Promise.all(orders.map((order) => order.command("reserve")))).map(wordOf);
  expect(words.filter((word) => word === "FUNDS_RESERVED")).toHaveLength(1);
  expect(words.filter((word) => word === "INSUFFICIENT_FUNDS")).toHaveLength(AT_ONCE - 1);
  expect(moneyOf(bench.world, buyerId)).toMatchObject({ available: "0.00", reserved: "120.00" });
});

test(`${AT_ONCE} releases at once pay the seller once, and all get the same answer`, async () => {
  const order = await anOrderAfter(bench, ["reserve", "createEscrow", "fundEscrow"]);
  const held = gate();
  bench.world.faults.set(order.workflowId, "confirm release", held.fault);
  const releases = Array.from({ length: AT_ONCE }, () => order.command("release", randomUUID()));
  await held.reached;
  held.open();
  const words = (await Promise.all(releases)).map(wordOf);
  expect([...new Set(words)].filter((word) => word !== "GONE")).toEqual(["CLOSED"]);
  expect(brokenMoney(bench.world, { users: [order.buyerId, order.sellerId], workflows: [order.workflowId] })).toEqual(
    [],
  );
  expect(bench.world.chain.attemptsOf(order.workflowId)).toHaveLength(5);
});

test(`the same command sent ${AT_ONCE} times under one id is one command with one answer`, async () => {
  const order = anOrder(bench);
  const creations = await Promise.all(Array.from({ length: AT_ONCE }, () => order.create({}, "same-key")));
  const reservations = await Promise.all(Array.from({ length: AT_ONCE }, () => order.command("reserve", "other-key")));
  expect([...new Set(creations.map(wordOf))]).toEqual(["ORDER_CREATED"]);
  expect([...new Set(reservations.map(wordOf))]).toEqual(["FUNDS_RESERVED"]);
  expect(bench.world.ledger.statuses(order.orderId)).toEqual(["ORDER_CREATED", "FUNDS_RESERVED"]);
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);

/** Sends commands one after the other while the first is being recorded, so that the run gets the others at once. */
async function together(order: OrderDriver, call: string, commands: readonly OrderCommandName[]): Promise<string[]> {
  const held = gate();
  bench.world.faults.set(order.workflowId, call, held.fault);
  const answers: ReturnType<OrderDriver["command"]>[] = [];
  for (const [index, name] of commands.entries()) {
    const updateId = randomUUID();
    answers.push(order.command(name, updateId));
    await (index === 0 ? held.reached : atTheServer(order.workflowId, updateId));
  }
  held.open();
  return (await Promise.all(answers)).map(wordOf);
}

/** Waits until the server holds the command, which no worker has seen yet. */
async function atTheServer(workflowId: string, updateId: string): Promise<void> {
  const { connection } = bench.client;
  const updateRef = { workflowExecution: { workflowId }, updateId };
  const isThere = () =>
    connection.workflowService.pollWorkflowExecutionUpdate({ namespace: bench.namespace, updateRef }).then(
      () => true,
      () => false,
    );
  expect(await eventually(isThere, Boolean)).toBe(true);
}
