import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { StepFailure } from "../../activities/failures.ts";
import { AppError } from "../../domain/errors.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../../tests/support/workflows/bench.ts";
import { keepHistory } from "../../tests/support/workflows/corpus.ts";
import { contractOf } from "../../tests/support/workflows/fake-contracts.ts";
import { gate } from "../../tests/support/workflows/faults.ts";
import { brokenMoney, moneyOf } from "../../tests/support/workflows/money.ts";
import { anOrderAfter, type OrderDriver, parked } from "../../tests/support/workflows/order-driver.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";

// The way back from a contract that is on the chain and holds nothing of the order's.

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("cancel");
});
afterAll(() => bench.close());

const deployed = () => anOrderAfter(bench, ["reserve", "createEscrow"]);

/** What broke; what strangers sent to the contract is not ours. */
const broken = ({ buyerId, sellerId, workflowId }: OrderDriver) =>
  brokenMoney(bench.world, { users: [buyerId, sellerId], workflows: [workflowId] });

describe("an order whose contract was never funded", () => {
  test("is canceled at no cost, and the proof that its contract was empty is kept", async () => {
    const order = await deployed();
    expect(wordOf(await order.command("cancel"))).toBe("CLOSED");
    expect(await order.result()).toMatchObject({ outcome: "CANCELED" });
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "120.00", reserved: "0.00" });
    expect(bench.world.faults.calls(order.workflowId)).toContain("read escrow");
    expect(broken(order)).toEqual([]);
    await keepHistory(order.handle, "order/canceled-with-an-empty-contract");
  });

  test("is canceled after an operator gave its funding up", async () => {
    const order = await deployed();
    const error = () => new StepFailure("SIGNER_UNAVAILABLE", "the key is gone");
    bench.world.faults.set(order.workflowId, "prepare fund", { kind: "fail", when: "before", times: 99, error });
    const funding = order.command("fundEscrow");
    await parked(order, "SIGNER_UNAVAILABLE");
    expect(wordOf(await order.command("cancel"))).toBe("INVALID_STATE");
    await order.decide({ action: "abandon" });
    expect(wordOf(await funding)).toBe("ESCROW_FUNDING_FAILED");
    expect(wordOf(await order.command("cancel"))).toBe("CLOSED");
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "120.00", reserved: "0.00" });
  });

  test("is canceled although a stranger sent its contract a stroop", async () => {
    const order = await deployed();
    bench.world.chain.mint(contractOf(order), 1n);
    expect(wordOf(await order.command("cancel"))).toBe("CLOSED");
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: "120.00", reserved: "0.00" });
  });

  test("is not canceled while its contract holds what was agreed, whoever sent it", async () => {
    const order = await deployed();
    bench.world.chain.mint(contractOf(order), 1_200_000_000n);
    const refused = await order.command("cancel");
    expect(refused).toMatchObject({ refused: "INVALID_STATE", details: { heldAmount: "120.0000000" } });
    expect([order.status(), moneyOf(bench.world, order.buyerId).reserved]).toEqual(["ESCROW_FUNDING", "120.00"]);
    expect(wordOf(await order.command("fundEscrow"))).toBe("IN_PROGRESS");
  });

  test("is not canceled while nobody can see what its contract holds", async () => {
    const order = await deployed();
    const error = () => new StepFailure("CHAIN_UNREACHABLE", "no node answers");
    bench.world.faults.set(order.workflowId, "read escrow", { kind: "fail", when: "before", times: 4, error });
    expect(wordOf(await order.command("cancel"))).toBe("STELLAR_NETWORK_ERROR");
    expect(order.status()).toBe("ESCROW_FUNDING");
    expect(wordOf(await order.command("cancel"))).toBe("CLOSED");
  });

  test("is funded or canceled, never both", async () => {
    const order = await deployed();
    const words = (await Promise.all([order.command("fundEscrow"), order.command("cancel")])).map(wordOf);
    expect([
      ["IN_PROGRESS", "INVALID_STATE"],
      ["INVALID_STATE", "CLOSED"],
      ["GONE", "CLOSED"],
    ]).toContainEqual(words);
    expect(broken(order)).toEqual([]);
  });

  test("whose funding is in flight is not canceled", async () => {
    const order = await deployed();
    const held = gate();
    bench.world.faults.set(order.workflowId, "confirm fund", held.fault);
    const funding = order.command("fundEscrow");
    await held.reached;
    const refused = wordOf(await order.command("cancel"));
    held.open();
    expect([wordOf(await funding), refused]).toEqual(["IN_PROGRESS", "INVALID_STATE"]);
    expect(broken(order)).toEqual([]);
  });

  test("that the database does not let go is not canceled", async () => {
    const order = await deployed();
    const error = () => new AppError("INVALID_STATE", { currentState: "ESCROW_FUNDING" });
    bench.world.faults.set(order.workflowId, "record orderCanceled", { kind: "fail", when: "before", times: 1, error });
    expect(wordOf(await order.command("cancel"))).toBe("INVALID_STATE");
    expect(order.status()).toBe("ESCROW_FUNDING");
    expect(wordOf(await order.command("fundEscrow"))).toBe("IN_PROGRESS");
  });
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);
