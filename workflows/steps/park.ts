import { condition, upsertSearchAttributes } from "@temporalio/workflow";
import type { StepProblem } from "../../domain/chain/problems.ts";
import { storage } from "../activity-options.ts";
import type { OperatorDecision } from "../contracts/operating.ts";
import { needsOperatorKey, parkedReasonKey, paymentStateKey, stateSinceKey } from "../contracts/search-attributes.ts";
import type { PaymentRun } from "./payment-run.ts";
import { isHealedByTime, type SortedFailure } from "./step-failure.ts";

const FIRST_SLOW_RETRY_MS = 60_000;
const LAST_SLOW_RETRY_MS = 15 * 60_000;
const FIRST_SOON_RETRY_MS = 10_000;
/** Another transaction of ours ends these, within a few ledgers. */
const SOON_OVER: readonly StepProblem[] = ["LANE_BUSY", "WALLET_LOW_ON_XLM"];

/** Waits for a person, or for time where time can heal (null); says so everywhere somebody may look. */
export async function parkUntilDecided(
  run: PaymentRun,
  failure: SortedFailure,
  timesParked: number,
): Promise<OperatorDecision | null> {
  const retryMs = slowRetryMs(failure, timesParked);
  run.forgetHints();
  run.show({
    waitingFor: "operator",
    parkedReason: failure.problem,
    lastError: failure.message,
    nextAttemptAt: retryMs === null ? null : new Date(Date.now() + retryMs).toISOString(),
  });
  announceParked(run, failure);
  await storage.storageRecordProgress(run.progress);
  if (retryMs === null) await condition(run.hasDecision);
  else await condition(() => run.hasDecision() || run.isHinted(), retryMs);
  const decision = run.takeDecision();
  run.show({ waitingFor: "provider", parkedReason: null, nextAttemptAt: null, ignoredDecision: null });
  announceResumed(run);
  await storage.storageRecordProgress(run.progress);
  return decision;
}

/** Where only a person can help, nothing is tried again without one. */
function slowRetryMs({ problem }: SortedFailure, timesParked: number): number | null {
  if (!isHealedByTime(problem)) return null;
  const firstMs = SOON_OVER.includes(problem) ? FIRST_SOON_RETRY_MS : FIRST_SLOW_RETRY_MS;
  return Math.min(firstMs * 2 ** timesParked, LAST_SLOW_RETRY_MS);
}

function announceParked(run: PaymentRun, { problem }: SortedFailure): void {
  upsertSearchAttributes([
    { key: paymentStateKey, value: "PARKED" },
    { key: parkedReasonKey, value: problem },
    { key: needsOperatorKey, value: !isHealedByTime(problem) },
    { key: stateSinceKey, value: new Date(run.progress.since) },
  ]);
}

function announceResumed(run: PaymentRun): void {
  upsertSearchAttributes([
    { key: paymentStateKey, value: run.progress.state },
    { key: parkedReasonKey, value: null },
    { key: needsOperatorKey, value: false },
    { key: stateSinceKey, value: new Date(run.progress.since) },
  ]);
}
