/** The two generations of the escrow contract that may be deployed; they differ in limits, check order and rounding. */
export type Generation = "G0" | "G1";

export const GENERATIONS: readonly Generation[] = ["G0", "G1"];

export interface GenerationLimits {
  readonly milestones: number;
  /** null: no limit. */
  readonly distributions: number | null;
}

export const LIMITS: Readonly<Record<Generation, GenerationLimits>> = {
  G0: { milestones: 10, distributions: null },
  G1: { milestones: 50, distributions: 50 },
};

/** 99 %. With Trustless Work's 30 on top it stays below 10_000, so no second limit is needed. */
export const MAXIMUM_PLATFORM_FEE_BPS = 9_900;
