import type { z } from "zod";
import { formatAmount } from "../../../domain/money.ts";
import type { OrderRow } from "../../reads/orders.ts";
import type { DisputeItselfWire, MilestoneWire, OrderWire } from "./schemas.ts";

export type Order = z.infer<typeof OrderWire>;
type DisputeItself = z.infer<typeof DisputeItselfWire>;
type Milestone = z.infer<typeof MilestoneWire>;

export function presentOrder(row: OrderRow): Order {
  return {
    id: row.id,
    clientOrderRef: row.clientOrderRef,
    buyerId: row.buyerId,
    sellerId: row.sellerId,
    amount: formatAmount(row.amountStroops),
    currency: row.currency,
    escrowType: row.escrowType,
    status: row.status as Order["status"], // written through the state machine only
    outcome: row.outcome as Order["outcome"],
    title: row.title,
    description: row.description,
    metadata: row.metadata as Order["metadata"],
    escrow: presentEscrow(row),
    dispute: row.disputes[0] ? presentDisputeItself(row.disputes[0]) : null,
    milestones: row.milestones.map(presentMilestone),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export const presentMilestone = (row: OrderRow["milestones"][number]): Milestone => ({
  id: row.id,
  orderId: row.orderId,
  milestoneRef: row.ref,
  ref: row.ref,
  title: row.title,
  description: row.title,
  amount: formatAmount(row.amountStroops),
  status: row.status as Milestone["status"],
  completedAt: row.completedAt?.toISOString() ?? null,
  settledAt: row.settledAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** A dispute without the order that it is about. */
export function presentDisputeItself(row: OrderRow["disputes"][number]): DisputeItself {
  const { id, orderId, assignedTo, notes, decisionNote, releaseAmountStroops, refundAmountStroops } = row;
  return {
    id,
    orderId,
    milestoneRef: row.milestone?.ref ?? null,
    openedBy: row.openedBy as DisputeItself["openedBy"],
    reason: row.reason as DisputeItself["reason"],
    evidence: row.evidence as string[],
    status: row.status as DisputeItself["status"], // written through the state machine only
    assignedTo,
    notes,
    resolutionDecision: row.resolutionDecision as DisputeItself["resolutionDecision"],
    decisionNote,
    releaseAmount: releaseAmountStroops === null ? null : formatAmount(releaseAmountStroops),
    refundAmount: refundAmountStroops === null ? null : formatAmount(refundAmountStroops),
    comments: row.comments.map(presentComment),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

type CommentRow = OrderRow["disputes"][number]["comments"][number];

export const presentComment = ({ id, disputeId, comment, author, createdAt }: CommentRow) => ({
  id,
  disputeId,
  comment,
  author,
  createdAt: createdAt.toISOString(),
});

function presentEscrow({ escrow, currency, milestones }: OrderRow): Order["escrow"] {
  if (!escrow) return null;
  return {
    id: escrow.id,
    orderId: escrow.orderId,
    trustlessContractId: escrow.contractId,
    contractId: escrow.contractId,
    status: escrow.status as NonNullable<Order["escrow"]>["status"],
    amount: formatAmount(escrow.amountStroops),
    currency,
    terms: { milestones_required: milestones.length > 0 },
    txHash: escrow.txHash,
    fundedAt: escrow.fundedAt?.toISOString() ?? null,
    releasedAt: escrow.releasedAt?.toISOString() ?? null,
    refundedAt: escrow.refundedAt?.toISOString() ?? null,
    createdAt: escrow.createdAt.toISOString(),
    updatedAt: escrow.updatedAt.toISOString(),
  };
}
