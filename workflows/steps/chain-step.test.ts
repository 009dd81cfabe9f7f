import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ApplicationFailure } from "@temporalio/common";
import { StepFailure } from "../../activities/failures.ts";
import { STEP_PROBLEMS, type StepProblem } from "../../domain/chain/problems.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../../tests/support/workflows/bench.ts";
import { keepHistory } from "../../tests/support/workflows/corpus.ts";
import type { Fault } from "../../tests/support/workflows/faults.ts";
import { brokenMoney, moneyOf } from "../../tests/support/workflows/money.ts";
import {
  anOrder,
  anOrderAfter,
  carryOut,
  HAPPY_COMMANDS,
  type OrderDriver,
  parked,
} from "../../tests/support/workflows/order-driver.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("chain-step");
});
afterAll(() => bench.close());

/** Every call of an order's life, in order. */
const CALLS = [
  ...["eligible", "record orderCreated"],
  ...["eligible/2", "record fundsReserved"],
  ...["eligible/3", "record escrowStarted", "prepare deploy", "submit deploy", "confirm deploy"],
  ...["eligible/4", "record fundingStarted", "prepare fund", "submit fund", "confirm fund"],
  ...["record releaseRequested", "prepare complete/0", "submit complete/0", "confirm complete/0"],
  ...["prepare approve/0", "submit approve/0", "confirm approve/0"],
  ...["prepare release", "submit release", "confirm release"],
];
const QUICK_TRIES = 8;

/** Time heals it, and soon: the quick tries need not wait. */
const transient = () => new StepFailure("CHAIN_UNREACHABLE", "nobody answered", { retryAfterMs: 1 });
const failing = (when: "before" | "after", error: () => Error, times: number): Fault => ({
  kind: "fail",
  when,
  times,
  error,
});

/** Ways to break a life: all its calls are run twice, or every fourth one fails, beginning at each of the first four. */
const WAYS: readonly { readonly way: string; readonly faultAt: (call: number) => Fault | null }[] = [
  { way: "twice", faultAt: () => ({ kind: "twice" }) },
  ...[0, 1, 2, 3].flatMap((first) =>
    (["before", "after"] as const).map((when) => ({
      way: `fails ${when}, from ${first}`,
      faultAt: (call: number) => (call % 4 === first ? failing(when, transient, 1) : null),
    })),
  ),
];

test("no money is lost or made, whichever call fails before or after its effect, or is run twice", async () => {
  const ends = await Promise.all(
    WAYS.map(async ({ way, faultAt }) => {
      const order = anOrder(bench);
      for (const [index, call] of CALLS.entries()) {
        const fault = faultAt(index);
        if (fault) bench.world.faults.set(order.workflowId, call, fault);
      }
      await order.create();
      await carryOut(order, HAPPY_COMMANDS);
      expect(bench.world.faults.calls(order.workflowId)).toEqual(CALLS);
      return { way, ...(await order.result()), broken: brokenMoneyOf(order) };
    }),
  );
  expect(ends.filter(({ outcome, broken }) => outcome !== "RELEASED" || broken.length > 0)).toEqual([]);
}, 60_000);

/** A step whose definite no fails the command, and one whose definite no parks. */
const PLACES = [
  {
    call: "prepare fund",
    before: ["reserve", "createEscrow"],
    command: "fundEscrow",
    end: "IN_PROGRESS",
    parks: ["park"],
  },
  {
    call: "prepare release",
    before: ["reserve", "createEscrow", "fundEscrow"],
    command: "release",
    end: "CLOSED",
    parks: ["park", "refuse"],
  },
] as const;
const problems = Object.keys(STEP_PROBLEMS) as StepProblem[];
const withVerdict = (verdict: string) => problems.filter((problem) => STEP_PROBLEMS[problem].verdict === verdict);

test("what time heals is tried quickly, then parked with its reason and the time of the next try", async () => {
  const retried = withVerdict("retry");
  const orders = await Promise.all(
    retried.map(async (problem) => {
      const order = await anOrderAfter(bench, ["reserve", "createEscrow"]);
      const error = () => new StepFailure(problem, `because of ${problem}`, { retryAfterMs: 1 });
      bench.world.faults.set(order.workflowId, "prepare fund", failing("before", error, QUICK_TRIES));
      const answer = order.command("fundEscrow");
      const { nextAttemptAt, lastError } = await parked(order, problem);
      expect([nextAttemptAt !== null, lastError]).toEqual([true, `because of ${problem}`]);
      expect(bench.world.faults.tries(order.workflowId, "prepare fund")).toBe(QUICK_TRIES);
      await order.decide({ action: "retry" });
      expect(wordOf(await answer)).toBe("IN_PROGRESS");
      return order;
    }),
  );
  expect(orders.flatMap(brokenMoneyOf)).toEqual([]);
}, 60_000);

test("what time heals, but not soon, is parked at once and tried again by itself later", async () => {
  const order = await anOrderAfter(bench, ["reserve", "createEscrow"]);
  for (const [index, problem] of withVerdict("wait").entries()) {
    const error = () => new StepFailure(problem, `because of ${problem}`);
    bench.world.faults.set(order.workflowId, nth("prepare fund", index + 1), failing("before", error, 1));
  }
  const answer = order.command("fundEscrow");
  for (const [index, problem] of withVerdict("wait").entries()) {
    expect((await parked(order, problem)).nextAttemptAt).not.toBeNull();
    expect(bench.world.faults.tries(order.workflowId, nth("prepare fund", index + 1))).toBe(1);
    await order.decide({ action: "retry" });
  }
  expect(wordOf(await answer)).toBe("IN_PROGRESS");
}, 60_000);

test("an error that nobody has sorted is tried quickly, then waits for a person", async () => {
  const order = await anOrderAfter(bench, ["reserve", "createEscrow"]);
  const unsorted = () => ApplicationFailure.create({ type: "RangeError", message: "a bug", nextRetryDelay: 1 });
  bench.world.faults.set(order.workflowId, "prepare fund", failing("before", unsorted, QUICK_TRIES));
  const answer = order.command("fundEscrow");
  expect(await parked(order, "UNKNOWN_ERROR")).toMatchObject({ nextAttemptAt: null, lastError: "a bug" });
  await order.decide({ action: "retry" });
  expect(wordOf(await answer)).toBe("IN_PROGRESS");
}, 60_000);

test.each(PLACES)(
  "what needs a person parks $call at once, and is tried again only by a decision",
  async (place) => {
    const order = await anOrderAfter(bench, place.before);
    const expected = place.parks.flatMap(withVerdict);
    for (const [index, problem] of expected.entries()) {
      const error = () => new StepFailure(problem, `because of ${problem}`);
      bench.world.faults.set(order.workflowId, nth(place.call, index + 1), failing("before", error, 1));
    }
    const answer = order.command(place.command);
    for (const [index, problem] of expected.entries()) {
      expect(await parked(order, problem)).toMatchObject({ nextAttemptAt: null });
      expect(bench.world.faults.tries(order.workflowId, nth(place.call, index + 1))).toBe(1);
      await order.decide({ action: "retry" });
    }
    expect(wordOf(await answer)).toBe(place.end);
    expect(brokenMoneyOf(order)).toEqual([]);
  },
  60_000,
);

test("a definite no to a funding fails the command, and the money is held as before", async () => {
  const order = await anOrderAfter(bench, ["reserve", "createEscrow"]);
  for (const [index, problem] of withVerdict("refuse").entries()) {
    const error = () => new StepFailure(problem, "no");
    bench.world.faults.set(order.workflowId, nth("prepare fund", index + 1), failing("before", error, 1));
    const details = { orderId: order.orderId, reason: problem };
    expect(await order.command("fundEscrow")).toEqual({ refused: "ESCROW_FUNDING_FAILED", details });
    expect(order.status()).toBe("FUNDS_RESERVED");
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ reserved: "120.00", wallet: "120.00" });
  }
  await carryOut(order, ["fundEscrow", "release"]);
  expect(brokenMoneyOf(order)).toEqual([]);
});

describe("the chain's own word", () => {
  test("that a deployment failed gives the order back its reservation, and it can be tried again", async () => {
    const order = await anOrderAfter(bench, ["reserve"]);
    bench.world.chain.decide(`${order.workflowId}#deploy`, [{ fails: "TRANSACTION_REFUSED" }]);
    expect(wordOf(await order.command("createEscrow"))).toBe("PROVIDER_ERROR");
    expect(order.status()).toBe("FUNDS_RESERVED");
    await carryOut(order, ["createEscrow", "fundEscrow", "release"]);
    expect(generations(order, "deploy")).toEqual(["FAILED", "SUCCEEDED"]);
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("that a release failed parks: whoever worked is still owed", async () => {
    const order = await anOrderAfter(bench, ["reserve", "createEscrow", "fundEscrow"]);
    bench.world.chain.decide(`${order.workflowId}#release`, [{ fails: "CONTRACT_REFUSED" }]);
    const answer = order.command("release");
    expect(await parked(order, "CONTRACT_REFUSED")).toMatchObject({ txHash: null });
    await order.decide({ action: "retry" });
    expect(wordOf(await answer)).toBe("CLOSED");
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("that a transaction is dead lets the next generation be signed, and only one has an effect", async () => {
    const order = await anOrderAfter(bench, ["reserve", "createEscrow"]);
    bench.world.chain.decide(`${order.workflowId}#fund`, ["expires", "expires"]);
    await carryOut(order, ["fundEscrow", "release"]);
    expect(generations(order, "fund")).toEqual(["EXPIRED", "EXPIRED", "SUCCEEDED"]);
    await order.result();
    await keepHistory(order.handle, "order/third-generation-funds");
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("that five in a row are dead ends a funding with the money held as before", async () => {
    const order = await anOrderAfter(bench, ["reserve", "createEscrow"]);
    bench.world.chain.decide(
      `${order.workflowId}#fund`,
      Array.from({ length: 5 }, () => "expires" as const),
    );
    expect(await order.command("fundEscrow")).toMatchObject({
      refused: "ESCROW_FUNDING_FAILED",
      details: { reason: "GENERATIONS_EXHAUSTED" },
    });
    expect(generations(order, "fund")).toHaveLength(5);
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ reserved: "120.00", wallet: "120.00" });
  });

  test("that five in a row are dead parks a release, which a retry carries on", async () => {
    const order = await anOrderAfter(bench, ["reserve", "createEscrow", "fundEscrow"]);
    bench.world.chain.decide(
      `${order.workflowId}#release`,
      Array.from({ length: 5 }, () => "expires" as const),
    );
    const answer = order.command("release");
    expect(await parked(order, "GENERATIONS_EXHAUSTED")).toMatchObject({ generation: 5 });
    await order.decide({ action: "retry" });
    expect(wordOf(await answer)).toBe("CLOSED");
    expect(generations(order, "release")).toHaveLength(6);
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("counts even when sending was refused: what is on the chain succeeded", async () => {
    const order = await anOrderAfter(bench, ["reserve", "createEscrow"]);
    const refused = () => new StepFailure("TRANSACTION_REFUSED", "the node said no");
    bench.world.faults.set(order.workflowId, "submit fund", failing("after", refused, 1));
    await carryOut(order, ["fundEscrow", "release"]);
    expect(generations(order, "fund")).toEqual(["SUCCEEDED"]);
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("is waited for while a transaction is in flight, even when asking for it is refused", async () => {
    const order = await anOrderAfter(bench, ["reserve", "createEscrow"]);
    const refused = () => new StepFailure("PROVIDER_REFUSED", "asking was refused");
    bench.world.faults.set(order.workflowId, "confirm fund", failing("before", refused, 1));
    const answer = order.command("fundEscrow");
    expect((await parked(order, "PROVIDER_REFUSED")).txHash).not.toBeNull();
    await order.decide({ action: "retry" });
    expect(wordOf(await answer)).toBe("IN_PROGRESS");
    expect(brokenMoneyOf(order)).toEqual([]);
  });
});

describe("a transaction whose row a fail-over lost", () => {
  /** The row is gone in the moment before the chain is asked for its end. */
  const losing = (order: OrderDriver, step: string): Fault =>
    failing(
      "before",
      () => {
        bench.world.chain.forget(`${order.workflowId}#${step}`);
        return new StepFailure("ATTEMPT_FORGOTTEN", "no row");
      },
      1,
    );

  test("is looked up by what its workflow remembers, and nothing is paid twice", async () => {
    const order = await anOrderAfter(bench, ["reserve", "createEscrow", "fundEscrow"]);
    bench.world.faults.set(order.workflowId, "confirm release", losing(order, "release"));
    expect(wordOf(await order.command("release"))).toBe("CLOSED");
    expect(generations(order, "release")).toEqual(["SUCCEEDED"]);
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("and that is proven dead is followed by one more, after its end is known", async () => {
    const order = await anOrderAfter(bench, ["reserve", "createEscrow", "fundEscrow"]);
    bench.world.chain.decide(`${order.workflowId}#release`, ["expires"]);
    bench.world.faults.set(order.workflowId, "confirm release", losing(order, "release"));
    expect(wordOf(await order.command("release"))).toBe("CLOSED");
    expect(generations(order, "release")).toEqual(["EXPIRED", "SUCCEEDED"]);
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("while the payment was parked is settled by its own hash, and never signed anew", async () => {
    const order = await anOrderAfter(bench, ["reserve", "createEscrow", "fundEscrow"]);
    const unsorted = () => new StepFailure("BOOKING_REFUSED", "refused");
    bench.world.faults.set(order.workflowId, "confirm release", failing("before", unsorted, 1));
    const answer = order.command("release");
    const { txHash } = await parked(order, "BOOKING_REFUSED");
    bench.world.chain.forget(`${order.workflowId}#release`);
    await order.decide({ action: "markSettled", evidence: { txHash: txHash ?? "" } });
    expect(wordOf(await answer)).toBe("CLOSED");
    expect(generations(order, "release")).toEqual(["SUCCEEDED"]);
    expect(brokenMoneyOf(order)).toEqual([]);
  });
});

test("what the chain shows already is recorded and not done again", async () => {
  const order = await anOrderAfter(bench, ["reserve", "createEscrow", "fundEscrow"]);
  bench.world.chain.show(`${order.workflowId}#complete/0`);
  await carryOut(order, ["release"]);
  expect(generations(order, "complete/0")).toEqual([]);
  expect(bench.world.ledger.isRecorded(`${order.workflowId}#complete/0`)).toBe(true);
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);

const nth = (call: string, count: number): string => (count === 1 ? call : `${call}/${count}`);

function generations({ workflowId }: OrderDriver, step: string) {
  const attempts = bench.world.chain
    .attemptsOf(workflowId)
    .filter(({ stepKey }) => stepKey === `${workflowId}#${step}`);
  return attempts.map(({ outcome }) => outcome);
}

function brokenMoneyOf({ buyerId, sellerId, orderId, workflowId }: OrderDriver): readonly string[] {
  return brokenMoney(bench.world, { users: [buyerId, sellerId], orders: [orderId], workflows: [workflowId] });
}
