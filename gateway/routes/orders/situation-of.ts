import type { OrderSituation } from "../../../domain/order/commands.ts";
import type { OrderOutcome, OrderStatus } from "../../../domain/order/states.ts";
import type { OrderRow } from "../../reads/orders.ts";

/** What of an order its rules ask for, as it is stored. */
export const situationOf = (order: OrderRow): OrderSituation => ({
  status: order.status as OrderStatus, // written through the state machine only
  outcome: order.outcome as OrderOutcome | null,
  hasContract: Boolean(order.escrow?.contractId),
  hasOpenMilestone: order.milestones.some(({ status }) => status === "OPEN"),
});
