import { isFinal, type Transition } from "../state-machine.ts";

export const MILESTONE_STATUSES = [
  "OPEN",
  "COMPLETED",
  "RELEASE_REQUESTED",
  "REFUND_REQUESTED",
  "DISPUTED",
  "RELEASED",
  "REFUNDED",
  "SPLIT",
] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

/** Every legal move of a milestone. Only those of a multi-release order are settled one by one, so only they go beyond COMPLETED. */
export const MILESTONE_TRANSITIONS = [
  { from: "OPEN", to: "COMPLETED", because: "the seller completed it" },
  { from: "COMPLETED", to: "RELEASE_REQUESTED", because: "the seller is to be paid for it" },
  { from: "RELEASE_REQUESTED", to: "RELEASED", because: "the contract paid the seller" },
  { from: "RELEASE_REQUESTED", to: "COMPLETED", because: "back: the release was given up with nothing in flight" },
  { from: "OPEN", to: "REFUND_REQUESTED", because: "the buyer is to be paid back for it" },
  { from: "COMPLETED", to: "REFUND_REQUESTED", because: "the buyer is to be paid back for it" },
  { from: "REFUND_REQUESTED", to: "REFUNDED", because: "the contract paid the buyer" },
  { from: "REFUND_REQUESTED", to: "OPEN", because: "back: the refund was given up with nothing frozen" },
  { from: "REFUND_REQUESTED", to: "COMPLETED", because: "back: the refund was given up with nothing frozen" },
  { from: "OPEN", to: "DISPUTED", because: "a party disagrees, the milestone is frozen" },
  { from: "COMPLETED", to: "DISPUTED", because: "a party disagrees, the milestone is frozen" },
  { from: "DISPUTED", to: "OPEN", because: "back: the freeze was given up with nothing in flight" },
  { from: "DISPUTED", to: "COMPLETED", because: "back: the freeze was given up with nothing in flight" },
  { from: "DISPUTED", to: "RELEASED", because: "ruled: the seller was paid" },
  { from: "DISPUTED", to: "REFUNDED", because: "ruled: the buyer was paid" },
  { from: "DISPUTED", to: "SPLIT", because: "ruled: both were paid" },
] as const satisfies readonly Transition<MilestoneStatus>[];

/** True once the contract has paid for it. */
export const isSettled = (status: MilestoneStatus): boolean => isFinal<MilestoneStatus>(MILESTONE_TRANSITIONS, status);
