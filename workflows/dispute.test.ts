import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mintId } from "../domain/ids.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { aDispute, type DisputeDriver, disputeOf } from "../tests/support/workflows/dispute-driver.ts";
import { eventually } from "../tests/support/workflows/eventually.ts";
import { contractOf } from "../tests/support/workflows/fake-contracts.ts";
import { gate } from "../tests/support/workflows/faults.ts";
import { brokenMoney, moneyOf } from "../tests/support/workflows/money.ts";
import { anOrderAfter, parked } from "../tests/support/workflows/order-driver.ts";
import { wordOf } from "../tests/support/workflows/outcome.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("dispute");
});
afterAll(() => bench.close());

const FUNDED = ["reserve", "createEscrow", "fundEscrow"] as const;
const SPLIT = { decision: "SPLIT", releaseAmount: "80.00", refundAmount: "40.00" } as const;

async function underReview(): Promise<DisputeDriver> {
  const dispute = await aDispute(bench);
  expect(wordOf(await dispute.assign())).toBe("UNDER_REVIEW");
  return dispute;
}

const brokenMoneyOf = ({ order, workflowId }: DisputeDriver) =>
  brokenMoney(bench.world, {
    users: [order.buyerId, order.sellerId],
    orders: [order.orderId],
    workflows: [order.workflowId, workflowId],
  });

/** What each decision pays of 120.00 at 0.3 % and 2.5 %, and how the order ends. */
const RULINGS = [
  { says: { decision: "FULL_RELEASE" }, buyer: "0.00", seller: "116.64", outcome: "RELEASED", passes: "RELEASED" },
  { says: { decision: "FULL_REFUND" }, buyer: "116.64", seller: "0.00", outcome: "REFUNDED", passes: "REFUNDED" },
  { says: SPLIT, buyer: "38.88", seller: "77.76", outcome: "SPLIT", passes: "RELEASED" },
] as const;

describe.each(RULINGS)("the decision $says.decision", ({ says, buyer, seller, outcome, passes }) => {
  test("pays both parties what was decided, less the fees of each share, and closes the order", async () => {
    const dispute = await underReview();
    const { order } = dispute;
    expect(order.status()).toBe("DISPUTED");
    expect(wordOf(await dispute.resolve(says))).toBe("RESOLVED");
    expect([await dispute.result(), await order.result()]).toEqual([
      { outcome },
      expect.objectContaining({ status: "CLOSED", outcome, disputeId: dispute.disputeId }),
    ]);
    expect(bench.world.ledger.statuses(order.orderId).slice(-2)).toEqual([passes, "CLOSED"]);
    expect(bench.world.ledger.statuses(order.escrowId).slice(-2)).toEqual(["DISPUTED", passes]);
    expect(moneyOf(bench.world, order.buyerId)).toMatchObject({ available: buyer, reserved: "0.00", wallet: buyer });
    expect(moneyOf(bench.world, order.sellerId)).toMatchObject({ available: seller, wallet: seller });
    expect(brokenMoneyOf(dispute)).toEqual([]);
    await keepHistory(dispute.handle, `dispute/${says.decision.toLowerCase().replace("_", "-")}`);
    await keepHistory(order.handle, `order/disputed-${says.decision.toLowerCase().replace("_", "-")}`);
  });

  test("told twenty times at once pays once, and all hear the same", async () => {
    const dispute = await underReview();
    const words = (await Promise.all(Array.from({ length: 20 }, () => dispute.resolve(says)))).map(wordOf);
    expect([...new Set(words)].filter((word) => word !== "GONE")).toEqual(["RESOLVED"]);
    await dispute.order.result();
    expect(bench.world.chain.attemptsOf(dispute.workflowId)).toHaveLength(1);
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("can come as a signal from the Web UI", async () => {
    const dispute = await underReview();
    await dispute.signal({ decisionId: "d-1", decidedBy: "ana", ...says });
    expect(await dispute.result()).toEqual({ outcome });
    expect(moneyOf(bench.world, dispute.order.sellerId).available).toBe(seller);
  });
});

describe("a decision", () => {
  test.each([
    ["before anybody takes care of it", async () => aDispute(bench), SPLIT, "INVALID_STATE"],
    ["that does not add up", underReview, { ...SPLIT, refundAmount: "40.01" }, "INVALID_AMOUNT"],
    [
      "that gives one party everything by a split",
      underReview,
      { ...SPLIT, releaseAmount: "120.00", refundAmount: "0.00" },
      "INVALID_AMOUNT",
    ],
    ["without amounts", underReview, { decision: "SPLIT" }, "INVALID_AMOUNT"],
    [
      "with three decimals",
      underReview,
      { ...SPLIT, releaseAmount: "79.999", refundAmount: "40.001" },
      "INVALID_AMOUNT",
    ],
  ] as const)("%s is refused and changes nothing", async (_what, arrive, says, code) => {
    const dispute = await arrive();
    const before = dispute.status();
    expect(wordOf(await dispute.resolve(says))).toBe(code);
    expect([dispute.status(), dispute.order.status()]).toEqual([before, "DISPUTED"]);
    expect(bench.world.chain.attemptsOf(dispute.workflowId)).toEqual([]);
  });

  test("other than the one that is being carried out is refused, and the first is carried out", async () => {
    const dispute = await underReview();
    const held = gate();
    bench.world.faults.set(dispute.workflowId, "confirm resolve", held.fault);
    const first = dispute.resolve({ decision: "FULL_RELEASE" });
    await held.reached;
    expect(wordOf(await dispute.resolve({ decision: "FULL_REFUND" }))).toBe("INVALID_STATE");
    expect(wordOf(await dispute.resolve(SPLIT))).toBe("INVALID_STATE");
    const again = dispute.resolve({ decision: "FULL_RELEASE" });
    held.open();
    expect([wordOf(await first), wordOf(await again)]).toEqual(["RESOLVED", "RESOLVED"]);
    expect(await dispute.result()).toEqual({ outcome: "RELEASED" });
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("of two at once, one is carried out and the other is told", async () => {
    const dispute = await underReview();
    const words = (
      await Promise.all([dispute.resolve({ decision: "FULL_RELEASE" }), dispute.resolve({ decision: "FULL_REFUND" })])
    ).map(wordOf);
    expect(words.filter((word) => word === "RESOLVED")).toHaveLength(1);
    expect(words.filter((word) => word === "INVALID_STATE" || word === "GONE")).toHaveLength(1);
    expect(bench.world.chain.attemptsOf(dispute.workflowId)).toHaveLength(1);
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("is built again when the contract got a stroop meanwhile, and the stroop is the buyer's", async () => {
    const dispute = await underReview();
    bench.world.chain.decide(`${dispute.workflowId}#resolve`, [{ fails: "CONTRACT_REFUSED" }]);
    bench.world.chain.mint(contractOf(dispute.order), 1n);
    expect(wordOf(await dispute.resolve(SPLIT))).toBe("RESOLVED");
    const { buyerId, sellerId } = dispute.order;
    expect([moneyOf(bench.world, buyerId), moneyOf(bench.world, sellerId)]).toMatchObject([
      { booksAgree: true },
      { available: "77.7600002", booksAgree: true },
    ]);
    expect(brokenMoneyOf(dispute)).toEqual([]);
    await keepHistory(dispute.handle, "dispute/rebuilt");
  });

  test("that an operator gives up leaves the contract frozen, and support decides anew", async () => {
    const dispute = await underReview();
    const refusals = Array.from({ length: 5 }, () => ({ fails: "CONTRACT_REFUSED" as const }));
    bench.world.chain.decide(`${dispute.workflowId}#resolve`, refusals);
    const first = dispute.resolve({ decision: "FULL_RELEASE" });
    await parked(dispute, "CONTRACT_REFUSED");
    expect(dispute.order.status()).toBe("RELEASE_REQUESTED");
    await dispute.decide({ action: "abandon" });
    expect([wordOf(await first), dispute.status(), dispute.order.status()]).toEqual([
      "PROVIDER_ERROR",
      "UNDER_REVIEW",
      "DISPUTED",
    ]);
    expect(wordOf(await dispute.resolve({ decision: "FULL_REFUND" }))).toBe("RESOLVED");
    expect(brokenMoneyOf(dispute)).toEqual([]);
    // whatever was signed late for the first decision, the second one is not answered with it
    const steps = bench.world.chain.attemptsOf(dispute.workflowId).map(({ stepKey }) => stepKey.split("#")[1]);
    expect([new Set(steps.slice(0, -1)), steps.at(-1)]).toEqual([new Set(["resolve"]), "resolve/2"]);
    await keepHistory(dispute.handle, "dispute/abandoned-then-decided");
  });
});

describe("a signal that does not fit", () => {
  test.each([
    ["a split that does not add up", { ...SPLIT, refundAmount: "41.00" }, /add up to 120\.00/],
    ["an unknown decision", { decision: "KEEP_IT" }, /decision must be/],
    ["amounts that are numbers", { decision: "SPLIT", releaseAmount: 80, refundAmount: 40 }, /two amounts/],
    ["nothing at all", undefined, /decision must be/],
  ])("(%s) changes nothing, is audited, and shows in the details", async (_what, says, words) => {
    const dispute = await underReview();
    await dispute.signal(says && { decisionId: "wrong", ...says });
    const progress = await eventually(dispute.progress, (seen) => seen.ignoredDecision !== null);
    expect(progress.ignoredDecision).toMatch(words);
    await eventually(
      async () => bench.world.faults.calls(dispute.workflowId),
      (calls) => calls.includes("record decisionIgnored"),
    );
    expect([dispute.status(), dispute.order.status()]).toEqual(["UNDER_REVIEW", "DISPUTED"]);
    expect(wordOf(await dispute.resolve(SPLIT))).toBe("RESOLVED");
  });

  test("because it comes twice is carried out once", async () => {
    const dispute = await underReview();
    await dispute.signal({ decisionId: "same", ...SPLIT });
    await dispute.signal({ decisionId: "same", ...SPLIT });
    expect(await dispute.result()).toEqual({ outcome: "SPLIT" });
    expect(bench.world.faults.calls(dispute.workflowId)).not.toContain("record decisionIgnored");
  });
});

describe("opening a dispute", () => {
  test("stops the order before the contract is frozen, so that nobody is paid meanwhile", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    const held = gate();
    bench.world.faults.set(order.workflowId, "prepare freeze", held.fault);
    const opening = order.command("openDispute");
    await held.reached;
    expect(order.status()).toBe("DISPUTED");
    expect(wordOf(await order.command("release"))).toBe("INVALID_STATE");
    held.open();
    expect(wordOf(await opening)).toBe("DISPUTED");
  });

  test("waits for the freeze before anything is paid, and hears support before it", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    const held = gate();
    bench.world.faults.set(order.workflowId, "confirm freeze", held.fault);
    const opening = order.command("openDispute");
    await held.reached;
    const dispute = disputeOf(bench, order);
    expect(wordOf(await dispute.assign())).toBe("UNDER_REVIEW");
    const ruling = dispute.resolve(SPLIT);
    await eventually(dispute.progress, ({ waitingFor }) => waitingFor === "chain");
    expect(bench.world.chain.attemptsOf(dispute.workflowId)).toEqual([]);
    held.open();
    expect([wordOf(await opening), wordOf(await ruling)]).toEqual(["DISPUTED", "RESOLVED"]);
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("against a release at once: one of the two happens", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    const words = (await Promise.all([order.command("release"), order.command("openDispute")])).map(wordOf);
    expect([
      ["CLOSED", "INVALID_STATE"],
      ["CLOSED", "GONE"],
      ["INVALID_STATE", "DISPUTED"],
    ]).toContainEqual(words);
    expect(brokenMoneyOf(disputeOf(bench, order))).toEqual([]);
  });

  test("again by the same party for the same reason is the same dispute; another one is told of it", async () => {
    const dispute = await aDispute(bench);
    const again = await dispute.order.command("openDispute", undefined, { disputeId: "dsp_other" });
    expect(again).toMatchObject({ view: { status: "DISPUTED", disputeId: dispute.disputeId } });
    const other = { disputeId: "dsp_other", openedBy: "SELLER" };
    expect(await dispute.order.command("openDispute", undefined, other)).toMatchObject({
      refused: "DISPUTE_ALREADY_OPEN",
      details: { disputeId: dispute.disputeId },
    });
    expect(bench.world.ledger.statuses("dsp_other")).toEqual([]);
  });

  test("is frozen with the opener's key, the seller's too", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    await order.command("openDispute", undefined, { openedBy: "SELLER" });
    const [freeze] = bench.world.chain
      .attemptsOf(order.workflowId)
      .filter(({ stepKey }) => stepKey.endsWith("#freeze"));
    expect(freeze?.intent).toMatchObject({ kind: "freezeEscrow", by: "SELLER" });
  });

  test("that an operator gives up with nothing frozen ends the dispute, and the order goes on", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    bench.world.chain.decide(`${order.workflowId}#freeze`, [{ fails: "CONTRACT_REFUSED" }]);
    const opening = order.command("openDispute");
    await parked(order, "CONTRACT_REFUSED");
    await order.decide({ action: "abandon" });
    const dispute = disputeOf(bench, order);
    expect([wordOf(await opening), order.status(), dispute.status()]).toEqual([
      "PROVIDER_ERROR",
      "IN_PROGRESS",
      "RESOLVED",
    ]);
    expect(await dispute.result()).toEqual({ outcome: null });
    expect(wordOf(await order.command("release"))).toBe("CLOSED");
    expect(brokenMoneyOf(dispute)).toEqual([]);
    await keepHistory(dispute.handle, "dispute/dropped");
    await keepHistory(order.handle, "order/dispute-dropped-then-released");
  });
});

describe("a freeze that an operator gives up", () => {
  test("while somebody takes care of it and has decided ends the dispute all the same, and pays nobody", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    bench.world.chain.decide(`${order.workflowId}#freeze`, [{ fails: "CONTRACT_REFUSED" }]);
    const opening = order.command("openDispute");
    await parked(order, "CONTRACT_REFUSED");
    const dispute = disputeOf(bench, order);
    expect(wordOf(await dispute.assign())).toBe("UNDER_REVIEW");
    const ruling = dispute.resolve(SPLIT);
    await eventually(dispute.progress, ({ waitingFor }) => waitingFor === "chain");
    await order.decide({ action: "abandon" });
    expect([wordOf(await opening), wordOf(await ruling)]).toEqual(["PROVIDER_ERROR", "INVALID_STATE"]);
    expect(await dispute.result()).toEqual({ outcome: null });
    expect([order.status(), dispute.status()]).toEqual(["IN_PROGRESS", "RESOLVED"]);
    expect(wordOf(await order.command("release"))).toBe("CLOSED");
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("refuses everybody who opened it, and another one can be opened, frozen by the other party, and decided", async () => {
    const order = await anOrderAfter(bench, FUNDED);
    bench.world.chain.decide(`${order.workflowId}#freeze`, [{ fails: "CONTRACT_REFUSED" }]);
    const opening = order.command("openDispute");
    await parked(order, "CONTRACT_REFUSED");
    const again = order.command("openDispute", "the same again", { disputeId: "dsp_again" });
    await Promise.race([again, order.handle.query("progress")]);
    await order.decide({ action: "abandon" });
    expect([wordOf(await opening), wordOf(await again)]).toEqual(["PROVIDER_ERROR", "PROVIDER_ERROR"]);
    const disputeId = mintId("dispute", randomBytes(24));
    expect(wordOf(await order.command("openDispute", undefined, { disputeId, openedBy: "SELLER" }))).toBe("DISPUTED");
    const second = disputeOf(bench, { ...order, disputeId });
    await second.assign();
    expect(wordOf(await second.resolve(SPLIT))).toBe("RESOLVED");
    expect(await order.result()).toMatchObject({ outcome: "SPLIT", disputeId });
    expect(brokenMoneyOf(second)).toEqual([]);
  });
});

describe("a dispute that somebody cancels in the Web UI", () => {
  test("is heard, taken and decided as before", async () => {
    const dispute = await aDispute(bench);
    await dispute.handle.cancel();
    expect(wordOf(await dispute.comment())).toBe("OPEN");
    expect(wordOf(await dispute.assign())).toBe("UNDER_REVIEW");
    expect(wordOf(await dispute.resolve({ decision: "FULL_REFUND" }))).toBe("RESOLVED");
    expect(brokenMoneyOf(dispute)).toEqual([]);
  });

  test("outlives a signal that does not fit", async () => {
    const dispute = await underReview();
    await dispute.handle.cancel();
    await dispute.signal({ decisionId: "wrong", decision: "KEEP_IT" });
    await eventually(dispute.progress, (seen) => seen.ignoredDecision !== null);
    expect(wordOf(await dispute.resolve({ decision: "FULL_REFUND" }))).toBe("RESOLVED");
  });
});

describe("what is said", () => {
  test("does not wait for what is being paid, and evidence that comes together is kept whole", async () => {
    const dispute = await underReview();
    const held = gate();
    bench.world.faults.set(dispute.workflowId, "confirm resolve", held.fault);
    const ruling = dispute.resolve({ decision: "FULL_REFUND" });
    await held.reached;
    const evidence = ["a", "b", "c"].map((name) => dispute.addEvidence({ evidence: [name] }));
    const said = await Promise.all([dispute.comment(), dispute.comment(), ...evidence]);
    expect(said.map(wordOf)).toEqual(said.map(() => "UNDER_REVIEW"));
    held.open();
    await ruling;
    const kept = bench.world.ledger.column(dispute.disputeId, "evidence") as string[];
    expect([kept[0], ...kept.slice(1).sort()]).toEqual(["a photograph", "a", "b", "c"]);
    expect(wordOf(await dispute.assign())).toMatch(/^(GONE|INVALID_STATE)$/);
  });

  test("a second person cannot take what somebody takes care of", async () => {
    const dispute = await underReview();
    expect(wordOf(await dispute.assign({ assignedTo: "ben" }))).toBe("INVALID_STATE");
  });
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);
