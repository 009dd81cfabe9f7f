import { setTimeout as delay } from "node:timers/promises";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import { type Attempt, attemptInFlight, laneBusy } from "../storage/chain-transactions.ts";
import { settleAttempt } from "./settle-attempt.ts";

const PATIENCE_MS = 8_000;
const POLL_MS = 200;

/**
 * Waits for the transaction that is in flight from the account; one of the same step, signed by a twin, is returned. Its own workflow learns how it ends; one that cannot be
 * included any more and that nobody asks about (its workflow was terminated) is settled here, so that no lane stays taken.
 * @throws StepFailure LANE_BUSY
 */
export async function untilLaneIsFree(deps: ActivityDeps, source: string, stepKey: string): Promise<Attempt | null> {
  const startedAt = Date.now();
  const waitedSeconds = () => (Date.now() - startedAt) / 1000;
  for (;;) {
    const inFlight = await attemptInFlight(deps.db, source);
    if (!inFlight || inFlight.stepKey === stepKey) {
      deps.onLaneWait?.(waitedSeconds(), "free");
      return inFlight;
    }
    if (Date.now() > startedAt + PATIENCE_MS) {
      deps.onLaneWait?.(waitedSeconds(), "busy");
      throw laneBusy(source, `${inFlight.hash} of ${inFlight.stepKey}${await whyItHolds(deps, inFlight)}`);
    }
    await delay(POLL_MS);
  }
}

/** What another payment's transaction fails with is that payment's: this one only waits for it, and says for what. */
async function whyItHolds(deps: ActivityDeps, inFlight: Attempt): Promise<string> {
  try {
    await settleAttempt(deps, inFlight);
    return "";
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    return `, which cannot be decided: ${error.problem}, ${error.message}`;
  }
}
