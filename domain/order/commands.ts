import type { OrderOutcome, OrderStatus } from "./states.ts";

/** What a caller may ask of an order after it was created. */
export type OrderCommandName = "reserve" | "cancel" | "createEscrow" | "fundEscrow" | "release";

export interface OrderSituation {
  readonly status: OrderStatus;
  readonly outcome: OrderOutcome | null;
  /** True once an escrow contract of this order is on the chain. */
  readonly hasContract: boolean;
}

const STARTS_FROM: Record<OrderCommandName, readonly OrderStatus[]> = {
  reserve: ["ORDER_CREATED"],
  cancel: ["ORDER_CREATED", "FUNDS_RESERVED"],
  createEscrow: ["FUNDS_RESERVED"],
  fundEscrow: ["ESCROW_FUNDING"],
  release: ["IN_PROGRESS"],
};

const AFTER_FUNDING: readonly OrderStatus[] = [
  "ESCROW_FUNDED",
  "IN_PROGRESS",
  "RELEASE_REQUESTED",
  "REFUND_REQUESTED",
  "DISPUTED",
  "RELEASED",
  "REFUNDED",
];

/** The states in which the command may begin. */
export function allowedStates(command: OrderCommandName): readonly OrderStatus[] {
  return STARTS_FROM[command];
}

/** True when the command may begin now. A contract left by a refused funding can be funded again at once. */
export function mayStart(command: OrderCommandName, order: OrderSituation): boolean {
  if (command === "fundEscrow" && order.status === "FUNDS_RESERVED") return order.hasContract;
  return STARTS_FROM[command].includes(order.status);
}

/**
 * True when the command has already had its effect, so that a repeat answers with the present state.
 * `reserve` never counts as done: existing clients rely on its refusal.
 */
export function isAchieved(command: OrderCommandName, order: OrderSituation): boolean {
  switch (command) {
    case "reserve":
      return false;
    case "cancel":
      return order.outcome === "CANCELED";
    case "createEscrow":
      return order.hasContract && (order.status === "ESCROW_FUNDING" || isFunded(order));
    case "fundEscrow":
      return isFunded(order);
    case "release":
      return order.outcome === "RELEASED";
  }
}

function isFunded(order: OrderSituation): boolean {
  return AFTER_FUNDING.includes(order.status) || (order.status === "CLOSED" && order.outcome !== "CANCELED");
}
