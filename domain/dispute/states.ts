import type { Transition } from "../state-machine.ts";

export const DISPUTE_STATUSES = ["OPEN", "UNDER_REVIEW", "RESOLVED"] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];

/** Every legal move of a dispute. */
export const DISPUTE_TRANSITIONS = [
  { from: "OPEN", to: "UNDER_REVIEW", because: "somebody of support takes care of it" },
  { from: "OPEN", to: "RESOLVED", because: "the freeze was given up with nothing in flight; nothing is disputed" },
  { from: "UNDER_REVIEW", to: "RESOLVED", because: "the contract paid as it was decided, or the freeze was given up" },
] as const satisfies readonly Transition<DisputeStatus>[];
