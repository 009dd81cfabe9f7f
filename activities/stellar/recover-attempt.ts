import type { ActivityDeps } from "../deps.ts";
import { type Attempt, laneBusy } from "../storage/chain-transactions.ts";
import { isStored, type RememberedAttempt, type RememberedStep, restoreAttempt } from "../storage/restore-attempt.ts";
import { settleAttempt } from "./settle-attempt.ts";
import { untilLaneIsFree } from "./until-lane-is-free.ts";

/**
 * What a workflow remembers and the database does not is looked up on the chain before anything else of its step is signed:
 * its row is made again, and settled like any other. null where the row is there.
 * @throws StepFailure LANE_BUSY while another transaction of the account, or an earlier one of the step, has no end
 */
export async function recoverAttempt(
  deps: ActivityDeps,
  remembered: RememberedAttempt,
  step: RememberedStep,
): Promise<Attempt | null> {
  if (await isStored(deps.db, remembered)) return null;
  const twin = await untilLaneIsFree(deps, remembered.sourceAccount, step.stepKey);
  if (twin?.hash === remembered.hash) return twin;
  if (twin) {
    // an earlier attempt whose end was lost with the row of this one: its end first, and nothing is signed meanwhile
    await settleAttempt(deps, twin);
    throw laneBusy(remembered.sourceAccount);
  }
  const attempt = await restoreAttempt(deps.db, remembered, step);
  deps.log.warn({ stepKey: step.stepKey, hash: attempt.hash }, "an attempt that the database had lost was made again");
  return attempt;
}
