import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { StepFailure } from "../../activities/failures.ts";
import type { StepProblem } from "../../domain/chain/problems.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../../tests/support/workflows/bench.ts";
import { keepHistory } from "../../tests/support/workflows/corpus.ts";
import { currentDetailsOf } from "../../tests/support/workflows/current-details.ts";
import { eventually } from "../../tests/support/workflows/eventually.ts";
import { brokenMoney, moneyOf } from "../../tests/support/workflows/money.ts";
import { anOrderAfter, carryOut, type OrderDriver, parked } from "../../tests/support/workflows/order-driver.ts";
import { wordOf } from "../../tests/support/workflows/outcome.ts";
import { providerHintSignal } from "../contracts/provider-hint.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("park");
});
afterAll(() => bench.close());

const BEFORE_RELEASE = ["reserve", "createEscrow", "fundEscrow"] as const;

test("a parked payment is found by one query, says why everywhere, and is found no more when it goes on", async () => {
  const { order, answer } = await parkedAt("prepare release", "SIGNER_UNAVAILABLE");
  const found = `PaymentState="PARKED" AND ParkedReason="SIGNER_UNAVAILABLE" AND NeedsOperator=true`;
  expect(
    await eventually(
      () => workflowIds(found),
      (ids) => ids.length > 0,
    ),
  ).toEqual([order.workflowId]);
  expect(bench.world.recordedProgress(order.workflowId)).toEqual(await order.progress());
  const details = await currentDetailsOf(order.handle);
  expect(details).toContain("parked: SIGNER_UNAVAILABLE");
  expect(details).toContain("waits for an operator");
  expect(details).toContain("the key cannot sign: missing, unreadable or refused");
  expect(details).toContain("docs/runbooks/SIGNER_UNAVAILABLE.md");

  await order.decide({ action: "retry" });
  expect(wordOf(await answer)).toBe("CLOSED");
  expect(
    await eventually(
      () => workflowIds(found),
      (ids) => ids.length === 0,
    ),
  ).toEqual([]);
  expect(bench.world.recordedProgress(order.workflowId)).toMatchObject({ parkedReason: null });
  await order.result();
  await keepHistory(order.handle, "order/parked-and-retried");
  expect(await workflowIds(`OrderId="${order.orderId}" AND PaymentState="CLOSED"`)).toEqual([order.workflowId]);
});

describe("an operator's decision", () => {
  test("to abandon a funding with nothing in flight fails the command and leaves the money held", async () => {
    const order = await anOrderAfter(bench, ["reserve", "createEscrow"]);
    failOnce(order, "prepare fund", "STATE_UNEXPECTED");
    const answer = order.command("fundEscrow");
    await parked(order, "STATE_UNEXPECTED");
    await order.decide({ action: "abandon" });
    expect(wordOf(await answer)).toBe("ESCROW_FUNDING_FAILED");
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ reserved: "120.00", wallet: "120.00" });
    expect((await carryOut(order, ["cancel"])).status()).toBe("CLOSED");
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("to abandon a release brings the order back, and the next release goes on where it stopped", async () => {
    const { order, answer } = await parkedAt("prepare release", "ESCROW_NOT_AS_AGREED");
    await order.decide({ action: "abandon" });
    expect(wordOf(await answer)).toBe("PROVIDER_ERROR");
    expect(order.status()).toBe("IN_PROGRESS");
    await carryOut(order, ["release"]);
    const steps = bench.world.chain.attemptsOf(order.workflowId).map(({ stepKey }) => stepKey.split("#")[1]);
    await order.result();
    await keepHistory(order.handle, "order/release-abandoned-then-released");
    expect(steps).toEqual(["deploy", "fund", "complete/0", "approve/0", "release"]);
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("to abandon what may still apply is ignored where everybody sees it", async () => {
    const { order, answer } = await parkedAt("confirm release", "BOOKING_REFUSED");
    await order.decide({ decisionId: "too-soon", action: "abandon" });
    const { ignoredDecision, parkedReason } = await ignored(order);
    expect(ignoredDecision).toMatch(/^too-soon: transaction .*#release\/1 may still apply/);
    expect(parkedReason).toBe("BOOKING_REFUSED");
    expect(await currentDetailsOf(order.handle)).toContain("ignored decision: too-soon");
    await order.decide({ action: "retry" });
    expect(wordOf(await answer)).toBe("CLOSED");
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("to abandon what only the database knows to be signed waits for its proven death, and sends it no more", async () => {
    const order = await anOrderAfter(bench, BEFORE_RELEASE);
    const error = () => new StepFailure("STORAGE_UNAVAILABLE", "its answer was lost", { retryAfterMs: 1 });
    bench.world.faults.set(order.workflowId, "prepare release", { kind: "fail", when: "after", times: 8, error });
    const answer = order.command("release");
    expect(await parked(order, "STORAGE_UNAVAILABLE")).toMatchObject({ txHash: null });
    const signed = () => bench.world.chain.lastAttempt(`${order.workflowId}#release`);
    expect(signed()).toMatchObject({ outcome: null });
    await order.decide({ action: "abandon" });
    expect(wordOf(await answer)).toBe("PROVIDER_ERROR");
    expect(signed()).toMatchObject({ generation: 1, outcome: "EXPIRED", isIncluded: false });
    await carryOut(order, ["release"]);
    expect(signed()).toMatchObject({ generation: 2, outcome: "SUCCEEDED" });
    expect(brokenMoneyOf(order)).toEqual([]);
    await order.result();
    await keepHistory(order.handle, "order/abandoned-with-a-lost-signature");
  });

  test.each([[undefined], [null], ["retry"], [{ action: "retry", reason: "no id" }]])(
    "typed wrongly in the Web UI (%j) changes nothing, and is told where everybody sees it",
    async (typed) => {
      const { order, answer } = await parkedAt("prepare release", "SIGNER_UNAVAILABLE");
      await order.handle.signal("operatorDecision", typed);
      expect((await ignored(order)).ignoredDecision).toContain("needs a decisionId");
      expect((await order.progress()).parkedReason).toBe("SIGNER_UNAVAILABLE");
      await order.decide({ action: "retry" });
      expect(wordOf(await answer)).toBe("CLOSED");
    },
  );

  test("that a step is settled, without proof on the chain, pays nobody: it parks again", async () => {
    const { order, answer } = await parkedAt("prepare release", "STATE_UNEXPECTED");
    await order.decide({ action: "markSettled", evidence: { txHash: "f00d" } });
    const triesAgain = () => bench.world.faults.tries(order.workflowId, "prepare release/2");
    expect(await eventually(triesAgain, (tries) => tries > 0)).toBe(1);
    expect(await parked(order, "STATE_UNEXPECTED")).toMatchObject({ lastError: "the chain does not show it" });
    expect(bench.world.chain.attemptsOf(order.workflowId).some(({ stepKey }) => stepKey.endsWith("#release"))).toBe(
      false,
    );
    await order.decide({ action: "retry" });
    expect(wordOf(await answer)).toBe("CLOSED");
  });

  test("that a step is settled is followed when the chain shows it", async () => {
    const { order, answer } = await parkedAt("prepare approve/0", "STATE_UNEXPECTED");
    bench.world.chain.show(`${order.workflowId}#approve/0`);
    await order.decide({ action: "markSettled", evidence: { txHash: "f00d" } });
    expect(wordOf(await answer)).toBe("CLOSED");
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  const UNFIT = [
    { why: "has no evidence", decision: { action: "markSettled" }, says: "markSettled needs evidence.txHash" },
    { why: "asks for what there is not", decision: { action: "explode" }, says: "unknown action" },
  ] as const;
  test.each(UNFIT)("that $why is ignored where everybody sees it", async ({ decision, says }) => {
    const { order, answer } = await parkedAt("prepare release", "SIGNER_UNAVAILABLE");
    await order.handle.signal("operatorDecision", { decisionId: "unfit", reason: "", ...decision });
    expect((await ignored(order)).ignoredDecision).toBe(`unfit: ${says}`);
    await order.decide({ action: "retry" });
    expect(wordOf(await answer)).toBe("CLOSED");
  });

  test("on a payment that is not parked is ignored, and not kept for the next time", async () => {
    const order = await anOrderAfter(bench, BEFORE_RELEASE);
    await order.decide({ decisionId: "early", action: "abandon" });
    expect((await ignored(order)).ignoredDecision).toBe("early: nothing is parked");
    failOnce(order, "prepare release", "SIGNER_UNAVAILABLE");
    const answer = order.command("release");
    await parked(order, "SIGNER_UNAVAILABLE");
    await order.decide({ decisionId: "early", action: "abandon" }); // the same one again, still not taken
    await order.decide({ decisionId: "later", action: "retry" });
    expect(wordOf(await answer)).toBe("CLOSED");
  });

  test("that comes twice counts once: the next parking waits for another", async () => {
    const order = await anOrderAfter(bench, BEFORE_RELEASE);
    failOnce(order, "prepare release", "SIGNER_UNAVAILABLE");
    failOnce(order, "prepare release/2", "ESCROW_NOT_AS_AGREED");
    const answer = order.command("release");
    await parked(order, "SIGNER_UNAVAILABLE");
    await order.decide({ decisionId: "once", action: "retry" });
    await parked(order, "ESCROW_NOT_AS_AGREED");
    await order.decide({ decisionId: "once", action: "retry" });
    await order.decide({ decisionId: "unfit", action: "markSettled" }); // handled after it, so its remark proves it was seen
    expect((await ignored(order)).parkedReason).toBe("ESCROW_NOT_AS_AGREED");
    await order.decide({ decisionId: "another", action: "retry" });
    expect(wordOf(await answer)).toBe("CLOSED");
  });
});

describe("a provider's hint", () => {
  const hint = (order: OrderDriver, eventId: string) =>
    order.handle.signal(providerHintSignal, { provider: "trustless-work", eventId });
  const unavailable = () => new StepFailure("PROVIDER_UNAVAILABLE", "nobody answered", { retryAfterMs: 1 });

  test("has what time heals looked at now instead of in a minute, and decides nothing itself", async () => {
    const order = await anOrderAfter(bench, BEFORE_RELEASE);
    await hint(order, "before anything was parked"); // is not kept for later
    const fault = { kind: "fail", when: "before", times: 8, error: unavailable } as const;
    bench.world.faults.set(order.workflowId, "prepare release", fault);
    const answer = order.command("release");
    await parked(order, "PROVIDER_UNAVAILABLE");
    expect(bench.world.faults.tries(order.workflowId, "prepare release/2")).toBe(0);
    expect(order.status()).toBe("RELEASE_REQUESTED");
    await hint(order, "escrow.released, or so they say");
    expect(wordOf(await answer)).toBe("CLOSED");
    expect(brokenMoneyOf(order)).toEqual([]);
  });

  test("does not stand in for the person that a payment waits for", async () => {
    const { order, answer } = await parkedAt("prepare release", "SIGNER_UNAVAILABLE");
    await hint(order, "anything");
    await order.decide({ decisionId: "unfit", action: "markSettled" }); // handled after it, so its remark proves it was seen
    expect((await ignored(order)).parkedReason).toBe("SIGNER_UNAVAILABLE");
    expect(bench.world.faults.tries(order.workflowId, "prepare release/2")).toBe(0);
    await order.decide({ action: "retry" });
    expect(wordOf(await answer)).toBe("CLOSED");
  });
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);

function failOnce({ workflowId }: OrderDriver, call: string, problem: StepProblem): void {
  const error = () => new StepFailure(problem, `because of ${problem}`);
  bench.world.faults.set(workflowId, call, { kind: "fail", when: "before", times: 1, error });
}

/** An order whose release is parked at a call. */
async function parkedAt(call: string, problem: StepProblem) {
  const order = await anOrderAfter(bench, BEFORE_RELEASE);
  failOnce(order, call, problem);
  const answer = order.command("release");
  await parked(order, problem);
  return { order, answer };
}

const ignored = (order: OrderDriver) => eventually(order.progress, ({ ignoredDecision }) => ignoredDecision !== null);

async function workflowIds(query: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { workflowId } of bench.client.workflow.list({ query })) ids.push(workflowId);
  return ids;
}

function brokenMoneyOf({ buyerId, sellerId, orderId, workflowId }: OrderDriver): readonly string[] {
  return brokenMoney(bench.world, { users: [buyerId, sellerId], orders: [orderId], workflows: [workflowId] });
}
