import type { Transition } from "../state-machine.ts";

export const MILESTONE_STATUSES = ["OPEN", "COMPLETED"] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

export const MILESTONE_TRANSITIONS = [
  { from: "OPEN", to: "COMPLETED", because: "the seller completed it" },
] as const satisfies readonly Transition<MilestoneStatus>[];
