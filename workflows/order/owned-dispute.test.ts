import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { StepFailure } from "../../activities/failures.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../../tests/support/workflows/bench.ts";
import { keepHistory } from "../../tests/support/workflows/corpus.ts";
import { aDispute, type DisputeDriver, disputeOf } from "../../tests/support/workflows/dispute-driver.ts";
import { eventually } from "../../tests/support/workflows/eventually.ts";
import { gate } from "../../tests/support/workflows/faults.ts";
import { brokenMoney } from "../../tests/support/workflows/money.ts";
import {
  anOrder,
  anOrderAfter,
  carryOut,
  type OrderDriver,
  parked,
} from "../../tests/support/workflows/order-driver.ts";
import { type Outcome, wordOf } from "../../tests/support/workflows/outcome.ts";
import { disputeWorkflowId } from "../contracts/dispute.ts";
import type { Progress } from "../contracts/operating.ts";
import { ORDER_WORKFLOW } from "../contracts/order.ts";
import { PAYMENTS_QUEUE } from "../contracts/task-queues.ts";

// However the workflow of a dispute ends or fails to begin: its order carries it on.

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("owned-dispute");
});
afterAll(() => bench.close());

const FUNDED = ["reserve", "createEscrow", "fundEscrow"] as const;
const SPLIT = { decision: "SPLIT", releaseAmount: "80.00", refundAmount: "40.00" } as const;

const brokenMoneyOf = ({ order, workflowId }: DisputeDriver): readonly string[] =>
  brokenMoney(bench.world, {
    users: [order.buyerId, order.sellerId],
    orders: [order.orderId],
    workflows: [order.workflowId, workflowId],
  });

/** The run that was killed answers no more; the next one does as soon as it is there. */
const untilTaken = (command: () => Promise<Outcome<{ readonly status: string }>>): Promise<string> =>
  eventually(
    async () => wordOf(await command()),
    (word) => word !== "GONE",
  );

describe("a dispute whose workflow somebody terminates", () => {
  test("before anybody took it is begun again by its order, heard, and decided", async () => {
    const dispute = await aDispute(bench);
    await dispute.handle.terminate("by mistake");
    expect(await untilTaken(dispute.assign)).toBe("UNDER_REVIEW");
    expect(wordOf(await dispute.resolve(SPLIT))).toBe("RESOLVED");
    expect(await dispute.order.result()).toMatchObject({ outcome: "SPLIT" });
    expect(brokenMoneyOf(dispute)).toEqual([]);
    await keepHistory(dispute.handle, "dispute/taken-up");
    await keepHistory(dispute.order.handle, "order/dispute-taken-up");
  });

  test("again and again keeps what was said of it, and what is said later", async () => {
    const dispute = await aDispute(bench);
    await dispute.assign();
    await dispute.comment();
    await dispute.addEvidence({ evidence: ["a letter"] });
    await dispute.handle.terminate("by mistake");
    expect(await untilTaken(dispute.comment)).toBe("UNDER_REVIEW");
    expect(wordOf(await dispute.addEvidence({ evidence: ["a film"] }))).toBe("UNDER_REVIEW");
    expect(bench.world.ledger.column(dispute.disputeId, "evidence")).toEqual(["a photograph", "a letter", "a film"]);
    expect(wordOf(await dispute.resolve({ decision: "FULL_REFUND" }))).toBe("RESOLVED");
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("after a comment was written and before that was answered takes its repeat for the same comment", async () => {
    const dispute = await aDispute(bench);
    const error = () => new Error("the answer was lost");
    const fault = { kind: "fail", when: "after", times: 99, error } as const;
    bench.world.faults.set(dispute.workflowId, "record disputeCommented", fault);
    const key = `${dispute.workflowId}#disputeCommented/cmt_once`;
    const first = dispute.comment({ commentId: "cmt_once" }).catch(() => {});
    await eventually(
      async () => bench.world.ledger.isRecorded(key),
      (isWritten) => isWritten,
    );
    await dispute.handle.terminate("by mistake");
    await first;
    expect(await untilTaken(() => dispute.comment({ commentId: "cmt_once" }))).toBe("OPEN");
    expect(bench.world.faults.calls(dispute.workflowId)).toContain("record disputeCommented/2");
    expect(bench.world.ledger.isRecorded(key)).toBe(true);
  });

  test("while its contract is being frozen hears of the freeze all the same", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    const held = gate();
    bench.world.faults.set(order.workflowId, "confirm freeze", held.fault);
    const opening = order.command("openDispute");
    await held.reached;
    const dispute = disputeOf(bench, order);
    await dispute.handle.terminate("by mistake");
    expect(await untilTaken(dispute.assign)).toBe("UNDER_REVIEW");
    held.open();
    expect(wordOf(await opening)).toBe("DISPUTED");
    expect(wordOf(await dispute.resolve(SPLIT))).toBe("RESOLVED");
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("while its contract pays finds the transaction that is in flight, and pays once", async () => {
    const dispute = await aDispute(bench);
    await dispute.assign();
    const held = gate();
    bench.world.faults.set(dispute.workflowId, "confirm resolve", held.fault);
    const ruling = dispute.resolve(SPLIT);
    await held.reached;
    await dispute.handle.terminate("by mistake");
    await ruling.catch(() => {});
    expect(await dispute.order.result()).toMatchObject({ outcome: "SPLIT" });
    held.open();
    expect(bench.world.chain.attemptsOf(dispute.workflowId)).toHaveLength(1);
    expect([dispute.status(), brokenMoneyOf(dispute)]).toEqual(["RESOLVED", []]);
  });

  test("after it paid and before it could say so lets its order close", async () => {
    const dispute = await aDispute(bench);
    await dispute.assign();
    const error = () => new StepFailure("CHAIN_UNREACHABLE", "the answer was lost");
    bench.world.faults.set(dispute.workflowId, "confirm resolve", { kind: "fail", when: "after", times: 99, error });
    const ruling = dispute.resolve({ decision: "FULL_RELEASE" });
    await eventually(
      async () => dispute.status(),
      (status) => status === "RESOLVED",
    );
    await dispute.handle.terminate("by mistake");
    await ruling.catch(() => {});
    expect(await dispute.order.result()).toMatchObject({ outcome: "RELEASED" });
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("after a decision was given up is decided anew, under another step", async () => {
    const dispute = await aDispute(bench);
    await dispute.assign();
    const refusals = Array.from({ length: 5 }, () => ({ fails: "CONTRACT_REFUSED" as const }));
    bench.world.chain.decide(`${dispute.workflowId}#resolve`, refusals);
    const first = dispute.resolve({ decision: "FULL_RELEASE" });
    await parked(dispute, "CONTRACT_REFUSED");
    await dispute.decide({ action: "abandon" });
    expect(wordOf(await first)).toBe("PROVIDER_ERROR");
    await dispute.handle.terminate("by mistake");
    expect(await untilTaken(() => dispute.resolve({ decision: "FULL_REFUND" }))).toBe("RESOLVED");
    expect(bench.world.chain.attemptsOf(dispute.workflowId).at(-1)?.stepKey).toBe(`${dispute.workflowId}#resolve/2`);
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("by a reset, so that another run has its name, is decided there, and its order closes", async () => {
    const dispute = await aDispute(bench);
    await dispute.assign();
    const { runId } = await dispute.handle.describe();
    await bench.client.workflowService.resetWorkflowExecution({
      namespace: bench.namespace,
      workflowExecution: { workflowId: dispute.workflowId, runId },
      reason: "a bad deployment",
      requestId: runId,
      workflowTaskFinishEventId: await lastTaskOf(dispute),
    });
    await eventually(dispute.progress, ({ state }) => state === "UNDER_REVIEW"); // it is told again what it was told
    expect(await untilTaken(() => dispute.resolve({ decision: "FULL_REFUND" }))).toBe("RESOLVED");
    await eventually(dispute.order.progress, (seen) => seen.parkedReason !== null, 3_000).catch(() => {});
    await dispute.order.decide({ action: "retry" }).catch(() => {}); // where its order was parked meanwhile
    expect(await dispute.order.result()).toMatchObject({ outcome: "REFUNDED" });
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("about a milestone is begun again as well", async () => {
    const order = await multiReleased();
    expect(wordOf(await order.command("openDispute", undefined, { milestoneRef: "part-1" }))).toBe("IN_PROGRESS");
    const dispute = disputeOf(bench, order);
    await dispute.handle.terminate("by mistake");
    expect(await untilTaken(dispute.assign)).toBe("UNDER_REVIEW");
    expect(wordOf(await dispute.resolve({ decision: "FULL_REFUND" }))).toBe("RESOLVED");
    await order.command("refund", undefined, { milestoneRef: "part-0" });
    expect(await order.result()).toMatchObject({ outcome: "REFUNDED" });
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });
});

describe("a dispute whose workflow cannot be begun", () => {
  test("parks its order with nothing frozen, and is begun when somebody has made room", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    const other = await occupy(order);
    const opening = order.command("openDispute");
    await parked(order, "DISPUTE_NOT_BEGUN");
    expect([order.status(), bench.world.chain.isFrozen(`contract/${order.orderId}`)]).toEqual(["DISPUTED", false]);
    await other.terminate("made room");
    await order.decide({ action: "retry" });
    expect(wordOf(await opening)).toBe("DISPUTED");
    const dispute = disputeOf(bench, order);
    await dispute.assign();
    expect(wordOf(await dispute.resolve(SPLIT))).toBe("RESOLVED");
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("can be dropped: the order goes on", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    await occupy(order);
    const opening = order.command("openDispute");
    await parked(order, "DISPUTE_NOT_BEGUN");
    await order.decide({ action: "abandon" });
    expect([wordOf(await opening), order.status()]).toEqual(["PROVIDER_ERROR", "IN_PROGRESS"]);
    expect(bench.world.ledger.statuses(order.disputeId)).toEqual(["OPEN", "RESOLVED"]);
    expect(wordOf(await order.command("release"))).toBe("CLOSED");
    expect(brokenMoneyOf(disputeOf(bench, order))).toEqual([]);
    await keepHistory(order.handle, "order/dispute-not-begun");
  });

  test("again after its contract was frozen is never dropped", async () => {
    const dispute = await aDispute(bench);
    const { order } = dispute;
    const held = gate();
    bench.world.faults.set(order.workflowId, "load dispute", held.fault);
    await dispute.handle.terminate("by mistake");
    await held.reached;
    const other = await occupy(order);
    held.open();
    await parked(order, "DISPUTE_NOT_BEGUN");
    await order.decide({ action: "abandon" });
    // it has tried once more by then, and is parked again: only there a decision is taken
    const isParkedAgain = ({ ignoredDecision, parkedReason }: Progress) =>
      ignoredDecision !== null && parkedReason !== null;
    const progress = await eventually(order.progress, isParkedAgain);
    expect([progress.ignoredDecision, order.status()]).toEqual([expect.stringContaining("frozen"), "DISPUTED"]);
    await other.terminate("made room");
    await order.decide({ action: "retry" });
    expect(await untilTaken(dispute.assign)).toBe("UNDER_REVIEW");
    expect(wordOf(await dispute.resolve(SPLIT))).toBe("RESOLVED");
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });
});

test("a dispute that waits for its turn over the deadline, and is given up, is not overtaken by the release", async () => {
  const order = anOrder(bench);
  const deadlines = { cancelUnfundedAfterSeconds: null, releaseAfterSeconds: 2, remindBeforeSeconds: null };
  await order.create({ deadlines });
  const held = gate();
  bench.world.faults.set(order.workflowId, "record disputeOpened", held.fault);
  bench.world.chain.decide(`${order.workflowId}#freeze`, [{ fails: "CONTRACT_REFUSED" }]);
  await carryOut(order, FUNDED);
  const at = Date.parse((await order.progress()).deadline?.at ?? "");
  const asked = order.command("openDispute");
  await held.reached;
  await eventually(
    () => Date.now(),
    (now) => now > at,
  );
  held.open();
  await parked(order, "CONTRACT_REFUSED");
  await order.decide({ action: "abandon" });
  expect(wordOf(await asked)).toBe("PROVIDER_ERROR");
  expect(await order.result()).toMatchObject({ outcome: "RELEASED" });
  const events = bench.world.ledger.events(order.orderId);
  expect(events.indexOf("order.deadline_renewed")).toBeGreaterThan(events.indexOf("order.disputed"));
  expect(events.indexOf("order.deadline_renewed")).toBeLessThan(events.indexOf("order.release_requested"));
});

/** Somebody else runs under the name of the order's dispute. */
const occupy = ({ disputeId, orderId }: OrderDriver) =>
  bench.client.workflow.start(ORDER_WORKFLOW, {
    workflowId: disputeWorkflowId(disputeId),
    taskQueue: PAYMENTS_QUEUE,
    args: [{ orderId }],
  });

async function lastTaskOf({ handle }: DisputeDriver) {
  const { events } = await handle.fetchHistory();
  const completed = events?.filter(({ workflowTaskCompletedEventAttributes: attributes }) => attributes) ?? [];
  return completed.at(-1)?.eventId ?? null;
}

async function multiReleased(): Promise<OrderDriver> {
  const order = anOrder(bench);
  const milestones = ["part-0", "part-1"].map((ref) => ({
    milestoneId: `mil_${order.orderId}_${ref}`,
    ref,
    title: ref,
    amount: "60.00",
  }));
  await order.create({ escrowType: "multi-release", milestones });
  return carryOut(order, FUNDED);
}

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);
