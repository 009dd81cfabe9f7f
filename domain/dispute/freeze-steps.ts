import { milestoneAt } from "../chain/intent.ts";
import { escrowMove, milestoneMove, orderMove } from "../order/step-parts.ts";
import { orderEvent } from "../public-events.ts";
import type { Step } from "../step.ts";
import type { DisputeTerms } from "./dispute-facts.ts";
import { disputeAudit, disputeEvent, disputeMove } from "./step-parts.ts";

/** The order stands still from now on; the contract is frozen next, and nothing is decided before it is. */
export function opened(dispute: DisputeTerms, evidence: readonly string[], openedAt: string): Step {
  const { disputeId, order, openedBy, reason } = dispute;
  const row = {
    id: disputeId,
    order_id: order.orderId,
    ...(dispute.milestone && { milestone_id: milestoneAt(order, dispute.milestone.index).milestoneId }),
    opened_by: openedBy,
    reason,
    evidence,
    status: "OPEN",
  };
  return {
    inserts: [{ noun: "dispute", row }],
    moves: dispute.milestone
      ? [milestoneMove(order, dispute.milestone.index, dispute.milestone.from, "DISPUTED")]
      : [orderMove(order, "IN_PROGRESS", "DISPUTED"), escrowMove(order, "FUNDED", "DISPUTED")],
    audits: [disputeAudit(dispute, "dispute.opened", null, { status: "OPEN", openedBy, reason })],
    events: [
      disputeEvent(dispute, "opened", { openedBy, reason, evidence, openedAt, milestoneRef: disputedRef(dispute) }),
      ...(dispute.milestone ? [] : [orderEvent(order, "disputed", { disputeId, openedBy, reason, openedAt })]),
    ],
  };
}

const disputedRef = ({ order, milestone }: DisputeTerms): string | null =>
  milestone ? milestoneAt(order, milestone.index).ref : null;

/** The freeze never happened and never will: the order goes on, also when somebody of support has taken the dispute. */
export function dropped(dispute: DisputeTerms, reason: string, at: string): Step {
  const { order } = dispute;
  const resolution = { decision: null, decisionNote: reason, resolvedBy: "operator", resolvedAt: at };
  return {
    moves: [
      {
        ...disputeMove(dispute, "OPEN", "RESOLVED", { decision_note: reason, resolved_at: at }),
        from: ["OPEN", "UNDER_REVIEW"],
      },
      ...(dispute.milestone
        ? [milestoneMove(order, dispute.milestone.index, "DISPUTED", dispute.milestone.from)]
        : [escrowMove(order, "DISPUTED", "FUNDED"), orderMove(order, "DISPUTED", "IN_PROGRESS")]),
    ],
    audits: [disputeAudit(dispute, "dispute.resolved", {}, { status: "RESOLVED", decision: null })],
    events: [disputeEvent(dispute, "resolved", { ...resolution, buyerAmount: null, sellerAmount: null })],
  };
}
