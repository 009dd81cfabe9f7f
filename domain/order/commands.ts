import type { OrderOutcome, OrderStatus } from "./states.ts";

/** What a caller may ask of an order after it was created. */
export type OrderCommandName =
  | "reserve"
  | "cancel"
  | "createEscrow"
  | "fundEscrow"
  | "completeMilestone"
  | "release"
  | "refund"
  | "openDispute";

export interface OrderSituation {
  readonly status: OrderStatus;
  readonly outcome: OrderOutcome | null;
  /** True once an escrow contract of this order is on the chain. */
  readonly hasContract: boolean;
  /** True while a milestone of the order is not completed. */
  readonly hasOpenMilestone: boolean;
}

const STARTS_FROM: Record<OrderCommandName, readonly OrderStatus[]> = {
  reserve: ["ORDER_CREATED"],
  cancel: ["ORDER_CREATED", "FUNDS_RESERVED", "ESCROW_FUNDING"],
  createEscrow: ["FUNDS_RESERVED"],
  fundEscrow: ["ESCROW_FUNDING"],
  completeMilestone: ["IN_PROGRESS"],
  release: ["IN_PROGRESS"],
  refund: ["IN_PROGRESS"],
  openDispute: ["IN_PROGRESS"],
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

/**
 * True when the command may begin now. A contract left by a refused funding can be funded again at once, and a refund that an
 * operator stopped after the contract was frozen can only go on.
 */
export function mayStart(command: OrderCommandName, order: OrderSituation): boolean {
  if (command === "fundEscrow" && order.status === "FUNDS_RESERVED") return order.hasContract;
  if (command === "release" && order.hasOpenMilestone) return false;
  if (command === "refund" && order.status === "REFUND_REQUESTED") return true;
  return STARTS_FROM[command].includes(order.status);
}

/**
 * True when the command has already had its effect, so that a repeat answers with the present state.
 * `reserve` and `completeMilestone` never count as done: existing clients rely on their refusal. Whether a dispute is the
 * same one is for the order to say.
 */
export function isAchieved(command: OrderCommandName, order: OrderSituation): boolean {
  switch (command) {
    case "reserve":
    case "completeMilestone":
    case "openDispute":
      return false;
    case "cancel":
      return order.outcome === "CANCELED";
    case "createEscrow":
      return order.hasContract && (order.status === "ESCROW_FUNDING" || isFunded(order));
    case "fundEscrow":
      return isFunded(order);
    case "release":
      return order.outcome === "RELEASED";
    case "refund":
      return order.outcome === "REFUNDED";
  }
}

function isFunded(order: OrderSituation): boolean {
  return AFTER_FUNDING.includes(order.status) || (order.status === "CLOSED" && order.outcome !== "CANCELED");
}
