import type { Transition } from "../state-machine.ts";

export const ESCROW_STATUSES = [
  "CREATING",
  "CREATED",
  "FUNDING",
  "FUNDED",
  "RELEASING",
  "RELEASED",
  "REFUNDING",
  "REFUNDED",
  "DISPUTED",
] as const;
export type EscrowStatus = (typeof ESCROW_STATUSES)[number];

/** Every legal move of an escrow contract as we know it. */
export const ESCROW_TRANSITIONS = [
  { from: "CREATING", to: "CREATED", because: "the contract is on the chain" },
  { from: "CREATED", to: "FUNDING", because: "the buyer's transfer is under way" },
  { from: "FUNDING", to: "CREATED", because: "back: the funding was refused for good" },
  { from: "FUNDING", to: "FUNDED", because: "the chain shows the order's amount in the contract" },
  { from: "FUNDED", to: "RELEASED", because: "every milestone of a multi-release order is paid" },
  { from: "FUNDED", to: "REFUNDED", because: "every milestone of a multi-release order is paid back" },
  { from: "FUNDED", to: "RELEASING", because: "a release is under way" },
  { from: "FUNDED", to: "REFUNDING", because: "a refund is under way" },
  { from: "FUNDED", to: "DISPUTED", because: "the contract is frozen" },
  { from: "RELEASING", to: "FUNDED", because: "back: the release was refused for good" },
  { from: "RELEASING", to: "RELEASED", because: "the seller was paid" },
  { from: "REFUNDING", to: "FUNDED", because: "back: the refund was refused for good" },
  { from: "REFUNDING", to: "REFUNDED", because: "the buyer was paid back" },
  { from: "DISPUTED", to: "FUNDED", because: "back: the freeze was given up with nothing in flight" },
  { from: "DISPUTED", to: "RELEASED", because: "ruled: released or split" },
  { from: "DISPUTED", to: "REFUNDED", because: "ruled: refunded" },
] as const satisfies readonly Transition<EscrowStatus>[];
