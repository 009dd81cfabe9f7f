import type { ChainReceipt, MilestoneTerms, OrderTerms } from "../chain/intent.ts";
import { escrowEvent, orderEvent } from "../public-events.ts";
import type { Move, Step } from "../step.ts";
import { sellerPaid } from "./paid-events.ts";
import { audit, audited, escrowMove, orderMove, told } from "./step-parts.ts";

export function releaseRequested(
  order: OrderTerms,
  requestedBy: string,
  reason: string | null,
  requestedAt: string,
): Step {
  return {
    moves: [orderMove(order, "IN_PROGRESS", "RELEASE_REQUESTED"), escrowMove(order, "FUNDED", "RELEASING")],
    ...told(order, "IN_PROGRESS", "RELEASE_REQUESTED", [
      orderEvent(order, "release_requested", { requestedBy, requestedAt, reason }),
    ]),
  };
}

export function releaseAbandoned(order: OrderTerms): Step {
  return {
    moves: [orderMove(order, "RELEASE_REQUESTED", "IN_PROGRESS"), escrowMove(order, "RELEASING", "FUNDED")],
    ...audited(order, "RELEASE_REQUESTED", "IN_PROGRESS"),
  };
}

/** An order without milestones has one on the contract, made of its title; of that one nothing is stored. */
export function milestoneCompleted(order: OrderTerms, index: number, receipt: ChainReceipt): Step {
  const milestone = order.milestones[index];
  return {
    moves: milestone ? [completed(milestone.milestoneId, receipt.closedAt)] : [],
    audits: milestone ? [completion(order, milestone)] : [],
    events: [
      escrowEvent(order, "milestone_completed", {
        milestoneRef: milestone?.ref ?? null,
        milestoneTitle: milestone?.title ?? order.title,
        completedAt: receipt.closedAt,
      }),
    ],
  };
}

const completion = (order: OrderTerms, { ref }: MilestoneTerms) =>
  audit(
    order,
    "UPDATE",
    "escrow.milestone_completed",
    { milestoneRef: ref, status: "OPEN" },
    { milestoneRef: ref, status: "COMPLETED" },
  );

function completed(milestoneId: string, completedAt: string): Move {
  return { noun: "milestone", id: milestoneId, from: ["OPEN"], to: "COMPLETED", set: { completed_at: completedAt } };
}

export function released(order: OrderTerms, receipt: ChainReceipt): Step {
  const { closedAt, txHash } = receipt;
  return {
    moves: [
      escrowMove(order, "RELEASING", "RELEASED", { tx_hash: txHash, released_at: closedAt }),
      orderMove(order, "RELEASE_REQUESTED", "RELEASED"),
      orderMove(order, "RELEASED", "CLOSED", { outcome: "RELEASED" }),
    ],
    ...told(order, "RELEASE_REQUESTED", "CLOSED", [
      ...sellerPaid(order, receipt),
      orderEvent(order, "closed", { finalStatus: "CLOSED", outcome: "RELEASED", closedAt }),
    ]),
  };
}
