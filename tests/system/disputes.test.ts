import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { settlementOf } from "../../domain/fees/settlement.ts";
import { formatStroops, parseOrderAmount } from "../../domain/money.ts";
import { OfferHubSDK } from "../../sdk/index.ts";
import { type ResolveDisputeDecision, resolveDisputeSignal } from "../../workflows/contracts/dispute.ts";
import { progressQuery } from "../../workflows/contracts/operating.ts";
import { EFFECTS_OF_A_RULING, EFFECTS_OF_AN_ORDER, effectsOf } from "../support/chain-effects.ts";
import type { Trade } from "../support/marketplace.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// As a marketplace and its support would do it: through the SDK, or at Temporal itself.

const AMOUNT = "120.00";
let world: TestWorld;
let sdk: OfferHubSDK;
let temporal: Client;
let connection: Connection;

beforeAll(async () => {
  world = await testWorld();
  const { urls, masterKey } = world.stack;
  sdk = new OfferHubSDK({ apiUrl: urls.gateway, apiKey: masterKey });
  connection = await Connection.connect({ address: urls.temporalAddress });
  temporal = new Client({ connection, namespace: urls.temporalNamespace });
}, 120_000);
afterEach(() => world.expectInvariants());
afterAll(async () => {
  await connection?.close();
  await world?.stop();
}, 30_000);

async function aFundedOrder(): Promise<Trade> {
  const [buyer, seller] = await world.market.people(2);
  if (!buyer || !seller) throw new Error("two people were asked for");
  await world.market.deposit([buyer], AMOUNT);
  return world.market.order(buyer, seller, AMOUNT, "resolution/release");
}

async function aDispute() {
  const trade = await aFundedOrder();
  const { id } = await sdk.disputes.open(trade.orderId, { openedBy: "BUYER", reason: "QUALITY_ISSUE" });
  await sdk.disputes.assign(id, { assignedTo: "Ana" });
  return { trade, id };
}

/** What both hold on the chain; before the order the buyer held its amount. */
const walletsOf = async ({ buyer, seller }: Trade) => ({
  buyer: await world.market.sandbox.usdcOf(buyer.address),
  seller: await world.market.sandbox.usdcOf(seller.address),
});

async function expectPaid(trade: Trade, ruling: Parameters<typeof settlementOf>[0]): Promise<void> {
  const { rows } = await world.db.sql.query<{ bps: number }>(
    "SELECT platform_fee_bps AS bps FROM orders WHERE id = $1",
    [trade.orderId],
  );
  const paid = settlementOf(ruling, parseOrderAmount(AMOUNT), rows[0]?.bps ?? 0);
  const [buyer, seller] = [formatStroops(paid.buyerStroops), formatStroops(paid.sellerStroops)];
  expect(await walletsOf(trade)).toEqual({ buyer, seller });
  expect(Number((await sdk.balance.get(trade.buyer.userId)).available)).toBe(Number(buyer));
  expect(Number((await sdk.balance.get(trade.seller.userId)).available)).toBe(Number(seller));
}

test("a refund pays the buyer everything less the contract's fees", async () => {
  const trade = await aFundedOrder();
  const order = await sdk.orders.refund(trade.orderId, "the work never came");
  expect(order).toMatchObject({ status: "CLOSED", outcome: "REFUNDED", escrow: { status: "REFUNDED" } });
  expect(await effectsOf(world.market.sandbox, trade)).toEqual(EFFECTS_OF_A_RULING);
  await expectPaid(trade, { decision: "FULL_REFUND" });
}, 60_000);

test("a dispute that is heard and split pays both, each less the fees of its share", async () => {
  const trade = await aFundedOrder();
  const { id, status } = await sdk.disputes.open(trade.orderId, { openedBy: "SELLER", reason: "OTHER", evidence: "1" });
  expect(status).toBe("OPEN");
  await sdk.disputes.addEvidence(id, ["2", "3"]);
  await sdk.disputes.assign(id, { assignedTo: "Ana", notes: "urgent" });
  await sdk.disputes.comment(id, { comment: "Half of it was done.", author: "Ana" });
  const split = { decision: "SPLIT", releaseAmount: "70.01", refundAmount: "49.99" } as const;
  const resolved = await sdk.disputes.resolve(id, { ...split, note: "half" });
  expect(resolved).toMatchObject({
    status: "RESOLVED",
    resolutionDecision: "SPLIT",
    releaseAmount: "70.01",
    refundAmount: "49.99",
    evidence: ["1", "2", "3"],
    comments: [{ comment: "Half of it was done.", author: "Ana" }],
    order: { status: "CLOSED", outcome: "SPLIT", escrow: { status: "RELEASED" } },
  });
  expect((await sdk.disputes.list({ orderId: trade.orderId })).data).toEqual([resolved]);
  expect(await effectsOf(world.market.sandbox, trade)).toEqual(EFFECTS_OF_A_RULING);
  await expectPaid(trade, { decision: "SPLIT", sellerAmount: "70.01", buyerAmount: "49.99" });
}, 60_000);

describe("support at Temporal itself", () => {
  const decide = (id: string, decision: Omit<ResolveDisputeDecision, "decisionId">) =>
    temporal.workflow
      .getHandle(`dispute/${id}`)
      .signal(resolveDisputeSignal, { decisionId: randomUUID(), decidedBy: "Ana", ...decision });
  const auditOf = async (id: string, eventType: string) =>
    (
      await world.db.sql.query<{ result: string; actor: string }>(
        "SELECT result, actor_id AS actor FROM audit_record WHERE resource_id = $1 AND event_type = $2",
        [id, eventType],
      )
    ).rows;

  test("decides by a signal, and the contract pays as decided", async () => {
    const { trade, id } = await aDispute();
    await decide(id, { decision: "FULL_RELEASE", note: "the work is fine" });
    await world.market.untilOrder(trade.orderId, "CLOSED");
    const dispute = await sdk.disputes.get(id);
    expect(dispute).toMatchObject({ status: "RESOLVED", decisionNote: "the work is fine" });
    expect(dispute.order.outcome).toBe("RELEASED");
    expect(await auditOf(id, "dispute.resolved")).toEqual([{ result: "SUCCESS", actor: "signal/Ana" }]);
    await expectPaid(trade, { decision: "FULL_RELEASE" });
  }, 60_000);

  test("by a wrong signal decides nothing; it shows in the workflow and in the audit", async () => {
    const { trade, id } = await aDispute();
    await decide(id, { decision: "SPLIT", releaseAmount: "100.00", refundAmount: "20.01" });
    await until("the signal is audited", async () => (await auditOf(id, "dispute.decision_ignored")).length === 1);
    expect(await auditOf(id, "dispute.decision_ignored")).toEqual([{ result: "FAILURE", actor: "signal/Ana" }]);
    const progress = await temporal.workflow.getHandle(`dispute/${id}`).query(progressQuery);
    expect(JSON.stringify(progress)).toContain("the two amounts must add up to 120.00");
    expect(await sdk.disputes.get(id)).toMatchObject({ status: "UNDER_REVIEW", resolutionDecision: null });
    expect(await walletsOf(trade)).toEqual({ buyer: "0.0000000", seller: "0.0000000" });
  }, 60_000);

  test("and over the API at once: one decides, once, and the other is told", async () => {
    const { trade, id } = await aDispute();
    const [told, isHeard] = await Promise.all([
      sdk.disputes.resolve(id, { decision: "FULL_REFUND" }).catch((error: { code: string }) => error.code),
      decide(id, { decision: "FULL_RELEASE" }).then(
        () => true,
        () => false, // it came when all was over
      ),
    ]);
    await world.market.untilOrder(trade.orderId, "CLOSED");
    const { outcome } = await sdk.orders.get(trade.orderId);
    const isRefund = outcome === "REFUNDED";
    expect(typeof told === "string" ? told : told.order.outcome).toBe(isRefund ? "REFUNDED" : "INVALID_STATE");
    const ignored = isRefund && isHeard ? 1 : 0;
    await until("the audit tells", async () => (await auditOf(id, "dispute.decision_ignored")).length === ignored);
    expect(await effectsOf(world.market.sandbox, trade)).toEqual(EFFECTS_OF_A_RULING);
    await expectPaid(trade, { decision: isRefund ? "FULL_REFUND" : "FULL_RELEASE" });
  }, 60_000);
});

test("of a release and a dispute at once, one happens and the other is refused", async () => {
  const trades = await Promise.all([aFundedOrder(), aFundedOrder(), aFundedOrder()]);
  for (const trade of trades) {
    const [released, disputed] = await Promise.allSettled([
      sdk.orders.release(trade.orderId),
      sdk.disputes.open(trade.orderId, { openedBy: "BUYER", reason: "NOT_DELIVERED" }),
    ]);
    expect([released.status, disputed.status].sort()).toEqual(["fulfilled", "rejected"]);
    const lost = released.status === "rejected" ? released : disputed;
    expect(lost).toMatchObject({ reason: { code: "INVALID_STATE", statusCode: 400 } });
    const isReleased = released.status === "fulfilled";
    const frozen = ["deploy", "fund_escrow", "dispute_escrow"];
    expect(await effectsOf(world.market.sandbox, trade)).toEqual(isReleased ? EFFECTS_OF_AN_ORDER : frozen);
  }
}, 60_000);
