import type { Progress } from "../../sdk/index.ts";
import { factsOf } from "./table.ts";

/** Where a payment is, below what it is. */
export const progressLines = (progress: Progress): readonly string[] => [
  "",
  ...factsOf({
    "waits for": `${progress.waitingFor}, since ${progress.since}`,
    step: progress.step,
    parked: progress.parkedReason,
    "last error": progress.lastError,
    "next attempt": progress.nextAttemptAt,
    "by itself": progress.deadline ? `${progress.deadline.action} at ${progress.deadline.at}` : null,
  }),
];
