import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../../tests/support/workflows/bench.ts";
import { anOrder } from "../../tests/support/workflows/order-driver.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("opening");
});
afterAll(() => bench.close());

test("opening it again by the same request meets the same order, recorded once", async () => {
  const order = anOrder(bench);
  const first = await order.create();
  expect(await order.create()).toEqual(first);
  await order.command("reserve");
  expect(wordOf(await order.create())).toBe("FUNDS_RESERVED");
  expect(bench.world.ledger.events(order.orderId)).toEqual(["order.created", "order.funds_reserved"]);
});

test("opening it by another request is refused and changes nothing", async () => {
  const order = anOrder(bench);
  await order.create();
  expect(wordOf(await order.create({ fingerprint: "of another request" }))).toBe("IDEMPOTENCY_KEY_REUSED");
  expect(bench.world.ledger.events(order.orderId)).toEqual(["order.created"]);
});

test("ten opening requests at once make one order", async () => {
  const order = anOrder(bench);
  const words = (await Promise.all(Array.from({ length: 10 }, () => order.create()))).map(wordOf);
  expect([...new Set(words)]).toEqual(["ORDER_CREATED"]);
  expect(bench.world.ledger.statuses(order.orderId)).toEqual(["ORDER_CREATED"]);
});

test("a refused opening leaves nothing, whoever waited with it tries next, and one of them opens", async () => {
  const order = anOrder(bench);
  const refused = () => Promise.all(Array.from({ length: 3 }, () => order.create({ buyerId: "usr_nobody" })));
  expect((await refused()).map(wordOf)).toEqual(["USER_NOT_FOUND", "USER_NOT_FOUND", "USER_NOT_FOUND"]);
  expect(wordOf(await order.command("reserve"))).toBe("ORDER_NOT_FOUND");
  expect(bench.world.ledger.statuses(order.orderId)).toEqual([]);
  const words = (await Promise.all(Array.from({ length: 3 }, () => order.create()))).map(wordOf);
  expect(words).toEqual(["ORDER_CREATED", "ORDER_CREATED", "ORDER_CREATED"]);
  expect(bench.world.ledger.statuses(order.orderId)).toEqual(["ORDER_CREATED"]);
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);
