import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { releaseFees } from "../../domain/fees/release-fees.ts";
import { settlementOf } from "../../domain/fees/settlement.ts";
import { formatAmount, parseOrderAmount } from "../../domain/money.ts";
import { OfferHubSDK } from "../../sdk/index.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

let world: TestWorld;
let sdk: OfferHubSDK;
beforeAll(async () => {
  world = await testWorld();
  sdk = new OfferHubSDK({ apiUrl: world.stack.urls.gateway, apiKey: world.stack.masterKey });
}, 120_000);
afterAll(() => world?.stop(), 30_000);

const PARTS = [
  { milestoneRef: "draft", title: "Draft", amount: "40.00" },
  { milestoneRef: "layout", title: "Layout", amount: "50.00" },
  { milestoneRef: "print", title: "Print", amount: "30.00" },
];

test("a multi-release order is paid part by part as its previews say, a stranger's gift goes to the buyer, and all books agree", async () => {
  const [buyer, seller] = await world.market.people(2);
  if (!buyer || !seller) throw new Error("two people were asked for");
  await world.market.deposit([buyer], "120.00");
  const parties = { buyerId: buyer.userId, sellerId: seller.userId, amount: "120.00", title: "A book" };
  const { id } = await sdk.orders.create({ ...parties, escrowType: "multi-release", milestones: PARTS });
  await sdk.orders.reserve(id);
  await sdk.orders.createEscrow(id);
  const { escrow, platformFeeBps } = { ...(await sdk.orders.fundEscrow(id)), platformFeeBps: await feeOf(id) };
  await world.market.sandbox.mint(escrow?.contractId ?? "", "0.0000007");

  await sdk.orders.completeMilestone(id, "draft");
  const release = await sdk.orders.preview(id, { decision: "FULL_RELEASE", milestoneRef: "draft" });
  const afterDraft = await sdk.orders.release(id, { milestoneRef: "draft" });
  expect(afterDraft.milestones.map(({ status }) => status)).toEqual(["RELEASED", "OPEN", "OPEN"]);
  const draft = releaseFees(parseOrderAmount("40.00"), platformFeeBps).sellerStroops;
  expect(release.seller.netAmount).toBe(formatAmount(draft));

  const dispute = await sdk.disputes.open(id, { openedBy: "SELLER", reason: "OTHER", milestoneRef: "layout" });
  await sdk.disputes.assign(dispute.id, { assignedTo: "Ana" });
  const ruling = { decision: "SPLIT", releaseAmount: "20.01", refundAmount: "29.99" } as const;
  const shown = await sdk.disputes.preview(dispute.id, ruling);
  const resolved = await sdk.disputes.resolve(dispute.id, ruling);
  expect(resolved).toMatchObject({ status: "RESOLVED", milestoneRef: "layout", order: { status: "IN_PROGRESS" } });

  await sdk.orders.refund(id, { milestoneRef: "print", reason: "not needed" });
  // the order hears of its dispute's end a moment after the dispute has answered
  expect(await sdk.waitFor(id, "CLOSED")).toMatchObject({ status: "CLOSED", outcome: "SPLIT" });
  expect(await world.market.sandbox.usdcOf(escrow?.contractId ?? "")).toBe("0.0000000");

  const split = { decision: "SPLIT", sellerAmount: "20.01", buyerAmount: "29.99" } as const;
  const layout = settlementOf(split, parseOrderAmount("50.00"), platformFeeBps);
  const print = settlementOf({ decision: "FULL_REFUND" }, parseOrderAmount("30.00"), platformFeeBps);
  expect([shown.seller.netAmount, shown.buyer.netAmount]).toEqual([
    formatAmount(layout.sellerStroops),
    formatAmount(layout.buyerStroops),
  ]);
  const [paidToBuyer, paidToSeller] = await Promise.all([buyer, seller].map(({ userId }) => sdk.balance.get(userId)));
  expect(paidToSeller?.available).toBe(formatAmount(draft + layout.sellerStroops));
  expect(paidToBuyer?.available).toBe(formatAmount(layout.buyerStroops + print.buyerStroops + 7n));
  await world.expectInvariants();
}, 90_000);

async function feeOf(orderId: string): Promise<number> {
  const { rows } = await world.db.sql.query<{ bps: number }>(
    "SELECT platform_fee_bps AS bps FROM orders WHERE id = $1",
    [orderId],
  );
  return rows[0]?.bps ?? 0;
}
