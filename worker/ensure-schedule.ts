import { type Client, ScheduleAlreadyRunning, ScheduleNotFoundError, ScheduleOverlapPolicy } from "@temporalio/client";
import { followDepositsWorkflowId } from "../workflows/contracts/deposits.ts";
import { RECONCILE_WORKFLOW, reconcileWorkflowId } from "../workflows/contracts/reconcile.ts";
import { SWEEP_WALLETS_WORKFLOW, sweepWorkflowId } from "../workflows/contracts/refill.ts";
import { PAYMENTS_QUEUE } from "../workflows/contracts/task-queues.ts";

/** The reconciliation every five minutes, or none of it. Called by every worker that starts; it exists once. */
export async function ensureReconciliation(client: Client, network: string, enabled: boolean): Promise<void> {
  const scheduleId = reconcileWorkflowId(network);
  if (!enabled) return remove(client, scheduleId);
  try {
    await client.schedule.create({
      scheduleId,
      spec: { intervals: [{ every: "5 minutes" }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: "1 minute" },
      action: {
        type: "startWorkflow",
        workflowType: RECONCILE_WORKFLOW,
        workflowId: scheduleId,
        taskQueue: PAYMENTS_QUEUE,
        args: [{ stream: followDepositsWorkflowId(network) }],
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}

/** Wallets are looked at every hour, so that one gets XLM before a payment finds it short; never where refills are switched off. */
export async function ensureSweep(client: Client, network: string, enabled: boolean): Promise<void> {
  const scheduleId = sweepWorkflowId(network);
  if (!enabled) return remove(client, scheduleId);
  try {
    await client.schedule.create({
      scheduleId,
      spec: { intervals: [{ every: "1 hour" }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: "1 minute" },
      action: {
        type: "startWorkflow",
        workflowType: SWEEP_WALLETS_WORKFLOW,
        workflowId: scheduleId,
        taskQueue: PAYMENTS_QUEUE,
        args: [],
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}

async function remove(client: Client, scheduleId: string): Promise<void> {
  try {
    await client.schedule.getHandle(scheduleId).delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}
