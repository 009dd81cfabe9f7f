import { parseOrderAmount } from "../money.ts";
import type { AuditNote, Move, PublicEvent } from "../step.ts";
import type { DisputeTerms } from "./dispute-facts.ts";
import type { Ruling } from "./ruling.ts";
import type { DisputeStatus } from "./states.ts";

type Columns = Readonly<Record<string, unknown>>;

export function disputeMove({ disputeId }: DisputeTerms, from: DisputeStatus, to: DisputeStatus, set?: Columns): Move {
  return { noun: "dispute", id: disputeId, from: [from], to, ...(set && { set }) };
}

export function disputeEvent({ disputeId, order }: DisputeTerms, verb: string, payload: Columns): PublicEvent {
  return {
    type: `dispute.${verb}`,
    aggregateType: "Dispute",
    aggregateId: disputeId,
    userId: order.buyerId,
    counterpartyId: order.sellerId,
    payload: { disputeId, orderId: order.orderId, ...payload },
  };
}

export function disputeAudit(
  { disputeId }: DisputeTerms,
  eventType: string,
  before: AuditNote["before"],
  after: AuditNote["after"],
): AuditNote {
  const action = before === null ? "CREATE" : "UPDATE";
  return { action, eventType, resourceType: "Dispute", resourceId: disputeId, before, after };
}

/** A decision as it is stored; the amounts only of a split, as they were decided. */
export function decisionColumns(ruling: Ruling, note: string | null): Columns {
  const isSplit = ruling.decision === "SPLIT";
  return {
    resolution_decision: ruling.decision,
    decision_note: note,
    release_amount_stroops: isSplit ? parseOrderAmount(ruling.sellerAmount).toString() : null,
    refund_amount_stroops: isSplit ? parseOrderAmount(ruling.buyerAmount).toString() : null,
  };
}

export const NO_DECISION: Columns = {
  resolution_decision: null,
  decision_note: null,
  release_amount_stroops: null,
  refund_amount_stroops: null,
  decided_by: null,
};
