import { type ChainReceipt, milestoneAt, type OrderTerms } from "../chain/intent.ts";
import type { MilestoneStatus } from "../milestone/states.ts";
import type { AuditNote, Move, PublicEvent } from "../step.ts";
import type { OrderStatus } from "./states.ts";

export function orderMove(order: OrderTerms, from: OrderStatus, to: OrderStatus, set?: Record<string, unknown>): Move {
  return { noun: "orders", id: order.orderId, from: [from], to, ...(set && { set }) };
}

export function escrowMove(order: OrderTerms, from: string, to: string, set?: Record<string, unknown>): Move {
  return { noun: "escrow", id: order.escrowId, from: [from], to, ...(set && { set }) };
}

export function milestoneMove(
  order: OrderTerms,
  index: number,
  from: MilestoneStatus,
  to: MilestoneStatus,
  set?: Record<string, unknown>,
): Move {
  return { noun: "milestone", id: milestoneAt(order, index).milestoneId, from: [from], to, ...(set && { set }) };
}

/** The events of a step, and its audit row. */
export function told(order: OrderTerms, from: OrderStatus, to: OrderStatus, events: readonly PublicEvent[]) {
  const last = events.at(-1);
  return { events, audits: [audit(order, "UPDATE", last?.type ?? "order.changed", { status: from }, { status: to })] };
}

/** The audit row of a move back, which consumers see as the state they know. */
export function audited(order: OrderTerms, from: OrderStatus, to: OrderStatus) {
  return { audits: [audit(order, "UPDATE", "order.status_restored", { status: from }, { status: to })] };
}

export function audit(
  order: OrderTerms,
  action: AuditNote["action"],
  eventType: string,
  before: AuditNote["before"],
  after: AuditNote["after"],
): AuditNote {
  return { action, eventType, resourceType: "Order", resourceId: order.orderId, before, after };
}

export function present(receipt: ChainReceipt | null): ChainReceipt {
  if (!receipt) throw new RangeError("this fact comes from the chain and needs its receipt");
  return receipt;
}
