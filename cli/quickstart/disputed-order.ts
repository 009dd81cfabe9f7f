import type { OfferHubSDK } from "../../sdk/index.ts";
import type { Party } from "./first-order.ts";
import type { SandboxControl } from "./sandbox-control.ts";
import type { TakeStep } from "./steps.ts";

export interface DisputedOrder {
  readonly orderId: string;
  readonly disputeId: string;
  readonly contractId: string;
  readonly rulingHash: string;
}

export interface DisputedOrderDeps {
  readonly sdk: OfferHubSDK;
  readonly sandbox: SandboxControl;
  readonly buyer: Party;
  readonly seller: Party;
  readonly step: TakeStep;
}

export const DISPUTED_ORDER = "100.00";
export const TO_SELLER = "60.00";
export const TO_BUYER = "40.00";

/** A second order of the same two, which goes wrong: the buyer disputes it, and support divides the money. */
export async function takeDisputedOrder(deps: DisputedOrderDeps): Promise<DisputedOrder> {
  const { sdk, sandbox, buyer, step } = deps;
  const { orderId, contractId } = await step(`Second order of ${DISPUTED_ORDER}, funded`, () => fund(deps));
  const { disputeId } = await step("Buyer disputes, escrow is frozen", async () => {
    const { id, status } = await sdk.disputes.open(orderId, {
      openedBy: "BUYER",
      reason: "QUALITY_ISSUE",
      evidence: "Half of the pages are missing.",
    });
    return { disputeId: id, status, transactionHash: await hashOf(sandbox, buyer, "dispute_escrow") };
  });
  await step("Support takes the dispute", async () => {
    const { status } = await sdk.disputes.assign(disputeId, { assignedTo: "Support" });
    return { status, transactionHash: null };
  });
  const ruling = await step(`Ruled: seller ${TO_SELLER}, buyer ${TO_BUYER}`, async () => {
    const { status, order } = await sdk.disputes.resolve(disputeId, {
      decision: "SPLIT",
      releaseAmount: TO_SELLER,
      refundAmount: TO_BUYER,
      note: "Half of the work was done.",
    });
    return { status, transactionHash: order.escrow?.txHash ?? null };
  });
  return { orderId, disputeId, contractId, rulingHash: ruling.transactionHash ?? "" };
}

async function fund({ sdk: { orders }, buyer, seller }: DisputedOrderDeps) {
  const parties = { buyer_id: buyer.userId, seller_id: seller.userId };
  const { id } = await orders.create({ ...parties, amount: DISPUTED_ORDER, title: "A booklet for the shop" });
  await orders.reserve(id);
  await orders.createEscrow(id);
  const { status, escrow } = await orders.fundEscrow(id);
  return { orderId: id, status, transactionHash: escrow?.txHash ?? null, contractId: escrow?.contractId ?? "" };
}

/** Of the last call of that function that a party signed. */
async function hashOf(sandbox: SandboxControl, { address }: Party, functionName: string): Promise<string | null> {
  const transactions = await sandbox.transactionsOf(address);
  const calls = transactions.filter(({ operations }) => operations.includes(`invokeHostFunction:${functionName}`));
  return calls.at(-1)?.hash ?? null;
}
