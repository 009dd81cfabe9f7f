/** What happens to an object by itself once its time has come. */
export interface NextStep<Status extends string> {
  readonly atMs: number;
  readonly status: Status;
}

/** A step after a delay; none when only a control route may take it. */
export const stepAfter = <Status extends string>(
  nowMs: number,
  delayMs: number | "manual",
  status: Status,
): NextStep<Status> | null => (delayMs === "manual" ? null : { atMs: nowMs + delayMs, status });

export const DAY_MS = 86_400_000;
