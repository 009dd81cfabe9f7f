import type { Step } from "../step.ts";
import type { DisputeFact } from "./dispute-facts.ts";
import { disputeAudit, disputeEvent, disputeMove } from "./step-parts.ts";

type FactOf<Kind extends DisputeFact["kind"]> = Extract<DisputeFact, { kind: Kind }>;

export function assigned({ dispute, assignedTo, notes, assignedAt }: FactOf<"disputeAssigned">): Step {
  const after = { status: "UNDER_REVIEW", assignedTo, notes };
  return {
    moves: [disputeMove(dispute, "OPEN", "UNDER_REVIEW", { assigned_to: assignedTo, notes })],
    audits: [disputeAudit(dispute, "dispute.under_review", { status: "OPEN" }, after)],
    events: [disputeEvent(dispute, "under_review", { reviewedBy: assignedTo, reviewStartedAt: assignedAt })],
  };
}

export function commented(fact: FactOf<"disputeCommented">): Step {
  const { dispute, commentId, comment, author, commentedAt } = fact;
  const row = { id: commentId, dispute_id: dispute.disputeId, comment, author, created_at: commentedAt };
  return {
    remarks: [{ table: "dispute_comment", row }],
    audits: [disputeAudit(dispute, "dispute.commented", {}, { commentId, author })],
  };
}

export function evidenceAdded({ dispute, added, evidence }: FactOf<"evidenceAdded">): Step {
  return {
    edits: [{ noun: "dispute", id: dispute.disputeId, while: ["OPEN", "UNDER_REVIEW"], set: { evidence } }],
    audits: [disputeAudit(dispute, "dispute.evidence_added", {}, { added })],
  };
}

/** A signal has no caller who could be told, so its refusal is written down. */
export function decisionIgnored({ dispute, status, objection }: FactOf<"decisionIgnored">): Step {
  const note = disputeAudit(dispute, "dispute.decision_ignored", { status }, { status, objection });
  return { audits: [{ ...note, result: "FAILURE" }] };
}
