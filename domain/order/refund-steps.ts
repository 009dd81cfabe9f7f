import type { ChainReceipt, OrderTerms } from "../chain/intent.ts";
import { orderEvent } from "../public-events.ts";
import type { Step } from "../step.ts";
import type { OrderFact } from "./order-facts.ts";
import { buyerPaid } from "./paid-events.ts";
import { audited, escrowMove, orderMove, told } from "./step-parts.ts";

type RefundRequested = Extract<OrderFact, { kind: "refundRequested" }>;

export function refundRequested({ order, requestedBy, reason, requestedAt }: RefundRequested): Step {
  return {
    moves: [orderMove(order, "IN_PROGRESS", "REFUND_REQUESTED"), escrowMove(order, "FUNDED", "REFUNDING")],
    ...told(order, "IN_PROGRESS", "REFUND_REQUESTED", [
      orderEvent(order, "refund_requested", { requestedBy, requestedAt, reason }),
    ]),
  };
}

export function refundAbandoned(order: OrderTerms): Step {
  return {
    moves: [orderMove(order, "REFUND_REQUESTED", "IN_PROGRESS"), escrowMove(order, "REFUNDING", "FUNDED")],
    ...audited(order, "REFUND_REQUESTED", "IN_PROGRESS"),
  };
}

export function refunded(order: OrderTerms, receipt: ChainReceipt): Step {
  const { closedAt, txHash } = receipt;
  return {
    moves: [
      escrowMove(order, "REFUNDING", "REFUNDED", { tx_hash: txHash, refunded_at: closedAt }),
      orderMove(order, "REFUND_REQUESTED", "REFUNDED"),
      orderMove(order, "REFUNDED", "CLOSED", { outcome: "REFUNDED" }),
    ],
    ...told(order, "REFUND_REQUESTED", "CLOSED", [
      ...buyerPaid(order, receipt),
      orderEvent(order, "closed", { finalStatus: "CLOSED", outcome: "REFUNDED", closedAt }),
    ]),
  };
}
