import { continueAsNew, workflowInfo } from "@temporalio/workflow";
import { following } from "./activity-options.ts";

const HISTORY_MINUTES = 60;

/** Credits what arrives at users' addresses, for ever. */
export async function followDeposits(): Promise<void> {
  const stream = workflowInfo().workflowId;
  await following.stellarFollowDeposits({ stream, minutes: HISTORY_MINUTES });
  await continueAsNew<typeof followDeposits>();
}
