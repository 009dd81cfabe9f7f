import { type ChainReceipt, milestoneAt, type OrderTerms } from "../chain/intent.ts";
import type { UserId } from "../ids.ts";
import { ledgerAccounts } from "../ledger/accounts.ts";
import { balanceEvent, escrowEvent, orderEvent, withBalance } from "../public-events.ts";
import type { PublicEvent } from "../step.ts";

/** The events of money that left the escrow for the seller. */
export function sellerPaid(order: OrderTerms, receipt: ChainReceipt): PublicEvent[] {
  const { sellerId, currency } = order;
  const amount = paidTo(sellerId, receipt);
  const releasedAt = receipt.closedAt;
  return [
    escrowEvent(order, "released", { sellerId, releasedAt }),
    credited(order, sellerId, receipt, "release"),
    withBalance(orderEvent(order, "released", { sellerId, amount, currency, releasedAt }), sellerId, {
      newSellerBalance: "newAvailable",
    }),
  ];
}

/** The events of money that left the escrow for the buyer. */
export function buyerPaid(order: OrderTerms, receipt: ChainReceipt): PublicEvent[] {
  const { buyerId, currency } = order;
  const amount = paidTo(buyerId, receipt);
  const refundedAt = receipt.closedAt;
  return [
    escrowEvent(order, "refunded", { buyerId, refundedAt }),
    credited(order, buyerId, receipt, "refund"),
    withBalance(orderEvent(order, "refunded", { buyerId, amount, currency, refundedAt }), buyerId, {
      newBuyerBalance: "newAvailable",
    }),
  ];
}

/** The events of a milestone's money that left the escrow, for whomever the chain paid. */
export function milestonePaid(order: OrderTerms, index: number, receipt: ChainReceipt): PublicEvent[] {
  const { ref, title } = milestoneAt(order, index);
  const { buyerId, sellerId } = order;
  const [sellerAmount, buyerAmount] = [paidTo(sellerId, receipt), paidTo(buyerId, receipt)];
  const settled = { milestoneRef: ref, milestoneTitle: title, sellerAmount, buyerAmount, settledAt: receipt.closedAt };
  return [
    escrowEvent(order, "milestone_settled", settled),
    ...(sellerAmount === NOTHING ? [] : [credited(order, sellerId, receipt, "release")]),
    ...(buyerAmount === NOTHING ? [] : [credited(order, buyerId, receipt, "refund")]),
  ];
}

const NOTHING = "0.00";

/** What a user got by a transaction, as it was booked. */
export const paidTo = (userId: UserId, { booked }: ChainReceipt): string =>
  booked?.[ledgerAccounts.available(userId)] ?? NOTHING;

export function credited(order: OrderTerms, userId: UserId, receipt: ChainReceipt, source: "release" | "refund") {
  return balanceEvent("credited", userId, {
    amount: paidTo(userId, receipt),
    currency: order.currency,
    source,
    sourceId: order.orderId,
    transactionHash: receipt.txHash,
  });
}
