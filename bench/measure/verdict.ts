import type { Target } from "./benchmark.ts";

export type Verdict = "stretch met" | "met" | "missed" | "no target" | "INVARIANT BROKEN";

/** A missed target is a finding, not a failure; only money that does not add up is one. */
export function verdictOf(median: number, target: Target | null, broken: readonly string[]): Verdict {
  if (broken.length > 0) return "INVARIANT BROKEN";
  if (!target) return "no target";
  const reaches = (wanted: number) => (target.isCeiling ? median <= wanted : median >= wanted);
  if (reaches(target.stretch)) return "stretch met";
  return reaches(target.good) ? "met" : "missed";
}
