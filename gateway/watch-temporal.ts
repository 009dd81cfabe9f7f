import {
  type Connection,
  type WorkflowClient,
  type WorkflowExecutionDescription,
  WorkflowNotFoundError,
} from "@temporalio/client";
import { tsToMs } from "@temporalio/common/lib/time.js";
import type { Execution, RunningTry } from "../domain/explain/situation.ts";
import { type Progress, progressQuery } from "../workflows/contracts/operating.ts";
import { ROTATE_KEYS_WORKFLOW_ID, type RotationProgress, rotationQuery } from "../workflows/contracts/rotate-keys.ts";
import { PAYMENTS_QUEUE } from "../workflows/contracts/task-queues.ts";

const ANSWER_MS = 2_000;
/** Workers ask for work at least once a minute. */
const POLLER_AGE_MAX_MS = 75_000;
const WORKFLOW_TASKS = 1;
/** States of a pending activity, as the server numbers them. */
const ACTIVITY_SCHEDULED = 1;
const ACTIVITY_STARTED = 2;

/** What the gateway asks of Temporal without changing anything. Every question gives up after two seconds. */
export function watchTemporal(connection: Connection, workflow: WorkflowClient, namespace: string) {
  const within = <Answer>(ask: () => Promise<Answer>) => connection.withDeadline(Date.now() + ANSWER_MS, ask);
  return {
    /** Where a workflow is now; null when nobody can say. */
    progress: (workflowId: string): Promise<Progress | null> =>
      within(() => workflow.getHandle(workflowId).query(progressQuery)).catch(() => null),

    /** Where the newest key rotation is; null when there is none, or nobody can say. */
    rotation: (): Promise<RotationProgress | null> =>
      within(() => workflow.getHandle(ROTATE_KEYS_WORKFLOW_ID).query(rotationQuery)).catch(() => null),

    /** False, too, when nobody can say. */
    isRunning: (workflowId: string): Promise<boolean> =>
      within(() => workflow.getHandle(workflowId).describe())
        .then(({ status }) => status.name === "RUNNING")
        .catch(() => false),

    /** What Temporal itself knows of a workflow; null when it does not answer. */
    execution: (workflowId: string): Promise<Execution | null> =>
      within(() => workflow.getHandle(workflowId).describe())
        .then(toExecution)
        .catch((error) => (error instanceof WorkflowNotFoundError ? UNKNOWN_TO_TEMPORAL : null)),

    /** @throws Error when the server does not answer */
    ping: async (): Promise<void> => {
      await within(() => connection.workflowService.describeNamespace({ namespace }));
    },

    /** How many workers ask for payments now. */
    workers: async (): Promise<number> => {
      const taskQueue = { name: PAYMENTS_QUEUE };
      const { pollers } = await within(() =>
        connection.workflowService.describeTaskQueue({ namespace, taskQueue, taskQueueType: WORKFLOW_TASKS }),
      );
      const oldest = Date.now() - POLLER_AGE_MAX_MS;
      return (pollers ?? []).filter(({ lastAccessTime }) => tsToMs(lastAccessTime) > oldest).length;
    },
  };
}

const UNKNOWN_TO_TEMPORAL: Execution = { status: "NOT_FOUND", taskAttempt: 0, tries: [] };

function toExecution({ status, raw }: WorkflowExecutionDescription): Execution {
  return {
    status: status.name,
    taskAttempt: raw.pendingWorkflowTask?.attempt ?? 0,
    tries: (raw.pendingActivities ?? []).map(toTry),
  };
}

type PendingActivity = NonNullable<WorkflowExecutionDescription["raw"]["pendingActivities"]>[number];

/** Its message and type are what our own failures say; see activities/failures.ts. */
function toTry({
  activityType,
  attempt,
  state,
  lastFailure,
  scheduledTime,
  lastStartedTime,
}: PendingActivity): RunningTry {
  const isTaken = state === ACTIVITY_STARTED || Boolean(lastStartedTime);
  const nextMs = state === ACTIVITY_SCHEDULED && scheduledTime ? tsToMs(scheduledTime) : null;
  return {
    activity: activityType?.name ?? "unknown",
    attempt: attempt ?? 1,
    isTaken,
    lastFailure: lastFailure
      ? { type: lastFailure.applicationFailureInfo?.type ?? null, message: lastFailure.message ?? "" }
      : null,
    nextAttemptAt: nextMs !== null && nextMs > Date.now() ? new Date(nextMs).toISOString() : null,
  };
}
