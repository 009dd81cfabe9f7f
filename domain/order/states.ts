import type { Transition } from "../state-machine.ts";

export const ORDER_STATUSES = [
  "ORDER_CREATED",
  "FUNDS_RESERVED",
  "ESCROW_CREATING",
  "ESCROW_FUNDING",
  "ESCROW_FUNDED",
  "IN_PROGRESS",
  "RELEASE_REQUESTED",
  "REFUND_REQUESTED",
  "DISPUTED",
  "RELEASED",
  "REFUNDED",
  "CLOSED",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ORDER_OUTCOMES = ["RELEASED", "REFUNDED", "SPLIT", "CANCELED"] as const;
export type OrderOutcome = (typeof ORDER_OUTCOMES)[number];

/** Every legal move of an order. Nothing else in the code speaks of legality. A move back needs proof that nothing happened. */
export const ORDER_TRANSITIONS = [
  { from: "ORDER_CREATED", to: "FUNDS_RESERVED", because: "the buyer's balance covers it and is held" },
  { from: "ORDER_CREATED", to: "CLOSED", because: "canceled before anything was held" },
  { from: "FUNDS_RESERVED", to: "ESCROW_CREATING", because: "the escrow contract is being deployed" },
  { from: "FUNDS_RESERVED", to: "ESCROW_FUNDING", because: "the contract of an earlier attempt is used again" },
  { from: "FUNDS_RESERVED", to: "CLOSED", because: "canceled, the hold is given back" },
  { from: "ESCROW_CREATING", to: "ESCROW_FUNDING", because: "the contract is on the chain and its id is known" },
  { from: "ESCROW_CREATING", to: "FUNDS_RESERVED", because: "back: the deployment was refused for good" },
  { from: "ESCROW_FUNDING", to: "ESCROW_FUNDED", because: "the funding is confirmed on the chain" },
  { from: "ESCROW_FUNDING", to: "FUNDS_RESERVED", because: "back: the funding was refused for good" },
  { from: "ESCROW_FUNDING", to: "CLOSED", because: "canceled, the contract is empty; the hold is given back" },
  { from: "ESCROW_FUNDED", to: "IN_PROGRESS", because: "the seller may work" },
  { from: "IN_PROGRESS", to: "RELEASE_REQUESTED", because: "the seller is to be paid" },
  { from: "IN_PROGRESS", to: "REFUND_REQUESTED", because: "the buyer is to be paid back" },
  { from: "IN_PROGRESS", to: "DISPUTED", because: "a party disagrees, the contract is frozen" },
  { from: "IN_PROGRESS", to: "CLOSED", because: "every milestone of a multi-release order is paid" },
  { from: "RELEASE_REQUESTED", to: "RELEASED", because: "the contract paid the seller" },
  { from: "RELEASE_REQUESTED", to: "IN_PROGRESS", because: "back: the release was refused for good" },
  { from: "REFUND_REQUESTED", to: "REFUNDED", because: "the contract paid the buyer" },
  { from: "REFUND_REQUESTED", to: "IN_PROGRESS", because: "back: the refund was refused for good" },
  { from: "DISPUTED", to: "RELEASED", because: "ruled: a split" },
  { from: "DISPUTED", to: "RELEASE_REQUESTED", because: "ruled: the seller is to be paid" },
  { from: "DISPUTED", to: "REFUND_REQUESTED", because: "ruled: the buyer is to be paid back" },
  { from: "DISPUTED", to: "IN_PROGRESS", because: "back: the freeze was given up with nothing in flight" },
  { from: "RELEASE_REQUESTED", to: "DISPUTED", because: "back: the ruling was given up with nothing in flight" },
  { from: "REFUND_REQUESTED", to: "DISPUTED", because: "back: the ruling was given up with nothing in flight" },
  { from: "RELEASED", to: "CLOSED", because: "nothing is left to do" },
  { from: "REFUNDED", to: "CLOSED", because: "nothing is left to do" },
] as const satisfies readonly Transition<OrderStatus>[];
