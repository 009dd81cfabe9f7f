import type { ChainReceipt, OrderTerms } from "../chain/intent.ts";
import { milestoneAt } from "../chain/intent.ts";
import { escrowEvent, orderEvent } from "../public-events.ts";
import type { Step } from "../step.ts";
import { credited, milestonePaid, paidTo } from "./paid-events.ts";
import { audit, escrowMove, milestoneMove, orderMove } from "./step-parts.ts";

/** One milestone of a multi-release order on its way to being paid. */
export interface MilestoneSettling {
  readonly order: OrderTerms;
  readonly milestoneIndex: number;
  readonly from: "OPEN" | "COMPLETED";
  readonly to: "RELEASE_REQUESTED" | "REFUND_REQUESTED";
  readonly requestedBy: string;
  readonly reason: string | null;
}

/** Written before anything is signed, so that nothing else can be done about it meanwhile. */
export function milestoneSettling({ order, milestoneIndex, from, to, requestedBy, reason }: MilestoneSettling): Step {
  const { ref } = milestoneAt(order, milestoneIndex);
  const after = { milestoneRef: ref, status: to, requestedBy, reason };
  return {
    moves: [milestoneMove(order, milestoneIndex, from, to)],
    audits: [audit(order, "UPDATE", "milestone.settling", { milestoneRef: ref, status: from }, after)],
  };
}

/** Nothing was paid and nothing is in flight: the milestone is where it was. */
export function milestoneSettlingAbandoned({ order, milestoneIndex, from, to }: MilestoneSettling): Step {
  const { ref } = milestoneAt(order, milestoneIndex);
  const [before, after] = [to, from].map((status) => ({ milestoneRef: ref, status }));
  return {
    moves: [milestoneMove(order, milestoneIndex, to, from)],
    audits: [audit(order, "UPDATE", "milestone.status_restored", before ?? null, after ?? null)],
  };
}

export function milestoneSettled(
  order: OrderTerms,
  index: number,
  outcome: "RELEASED" | "REFUNDED",
  receipt: ChainReceipt,
): Step {
  const from = outcome === "RELEASED" ? "RELEASE_REQUESTED" : "REFUND_REQUESTED";
  const { ref } = milestoneAt(order, index);
  const after = { milestoneRef: ref, status: outcome, txHash: receipt.txHash };
  return {
    moves: [milestoneMove(order, index, from, outcome, { settled_at: receipt.closedAt })],
    audits: [audit(order, "UPDATE", "milestone.settled", { milestoneRef: ref, status: from }, after)],
    events: milestonePaid(order, index, receipt),
  };
}

/** What strangers had sent, or nothing. */
export function restWithdrawn(order: OrderTerms, receipt: ChainReceipt): Step {
  const isPaid = paidTo(order.buyerId, receipt) !== "0.00";
  return { events: isPaid ? [credited(order, order.buyerId, receipt, "refund")] : [] };
}

/** Every milestone is paid, so the order is over; its contract is empty. What each got was told milestone by milestone. */
export function allSettled(order: OrderTerms, outcome: "RELEASED" | "REFUNDED" | "SPLIT", settledAt: string): Step {
  const isRefund = outcome === "REFUNDED";
  const paidAt = isRefund ? { refunded_at: settledAt } : { released_at: settledAt };
  const told = isRefund
    ? escrowEvent(order, "refunded", { buyerId: order.buyerId, refundedAt: settledAt })
    : escrowEvent(order, "released", { sellerId: order.sellerId, releasedAt: settledAt });
  return {
    moves: [
      escrowMove(order, "FUNDED", isRefund ? "REFUNDED" : "RELEASED", paidAt),
      orderMove(order, "IN_PROGRESS", "CLOSED", { outcome }),
    ],
    audits: [audit(order, "UPDATE", "order.closed", { status: "IN_PROGRESS" }, { status: "CLOSED", outcome })],
    events: [told, orderEvent(order, "closed", { finalStatus: "CLOSED", outcome, closedAt: settledAt })],
  };
}
