import type { z } from "zod";
import { formatAmount } from "../../../domain/money.ts";
import type { OrderRow } from "../../reads/orders.ts";
import type { MilestoneWire, OrderWire } from "./schemas.ts";

export type Order = z.infer<typeof OrderWire>;
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
    dispute: null,
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
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
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
