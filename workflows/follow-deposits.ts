import { ActivityFailure, continueAsNew, isCancellation, sleep, workflowInfo } from "@temporalio/workflow";
import { following } from "./activity-options.ts";

const HISTORY_MINUTES = 60;
const PAUSE = "1 minute";

/** Credits what arrives at users' addresses, for ever: also what a node says and only a later release can read stops it for a while only. */
export async function followDeposits(): Promise<void> {
  const stream = workflowInfo().workflowId;
  try {
    await following.stellarFollowDeposits({ stream, minutes: HISTORY_MINUTES });
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    await sleep(PAUSE);
  }
  await continueAsNew<typeof followDeposits>();
}
