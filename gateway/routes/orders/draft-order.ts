import type { OrderId } from "../../../domain/ids.ts";
import type { CreateOrder } from "../../../workflows/contracts/order.ts";
import type { Order } from "./present.ts";

/** An order that is accepted for good and not written down yet, as it will be. */
export function draftOrder(id: OrderId, order: CreateOrder, now: Date): Order {
  const at = now.toISOString();
  const { clientOrderRef, buyerId, sellerId, amount, currency, escrowType, title, description, metadata } = order;
  return {
    id,
    clientOrderRef,
    buyerId,
    sellerId,
    amount,
    currency,
    escrowType,
    status: "ORDER_CREATED",
    outcome: null,
    title,
    description,
    metadata,
    escrow: null,
    dispute: null,
    milestones: order.milestones.map((milestone) => ({
      id: milestone.milestoneId,
      orderId: id,
      milestoneRef: milestone.ref,
      ref: milestone.ref,
      title: milestone.title,
      description: milestone.title,
      amount: milestone.amount,
      status: "OPEN" as const,
      completedAt: null,
      settledAt: null,
      createdAt: at,
      updatedAt: at,
    })),
    createdAt: at,
    updatedAt: at,
  };
}
