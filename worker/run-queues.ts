import {
  type ActivityInterceptorsFactory,
  type InjectedSinks,
  type NativeConnection,
  Worker,
  type WorkerOptions,
} from "@temporalio/worker";
import type { ChainStepSeen } from "../activities/deps.ts";
import type { Activities } from "../activities/index.ts";
import {
  CONFIRMING_QUEUE,
  FOLLOWING_QUEUE,
  NOTIFY_QUEUE,
  PAYMENTS_QUEUE,
  SENDING_QUEUE,
  SIGNING_QUEUE,
} from "../workflows/contracts/task-queues.ts";
import type { TracingSinks } from "../workflows/contracts/tracing.ts";
import { beatAndSortFailures } from "./activity-interceptor.ts";

/** Activities at a time. Signing mostly waits, for lanes and providers; confirming only waits. */
const CONCURRENCY = {
  [PAYMENTS_QUEUE]: 50,
  [SIGNING_QUEUE]: 20,
  [SENDING_QUEUE]: 20,
  [CONFIRMING_QUEUE]: 200,
  [FOLLOWING_QUEUE]: 10,
  [NOTIFY_QUEUE]: 50,
} as const;

export interface QueueOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly activities: Activities;
  readonly workflowBundle: { readonly codePath: string };
  /** null: every queue. */
  readonly taskQueues: readonly string[] | null;
  readonly stickySeconds: number;
  /** Outside of what sorts failures. */
  readonly activityInterceptors?: readonly ActivityInterceptorsFactory[];
  /** Takes what a traced bundle tells. */
  readonly sinks?: InjectedSinks<TracingSinks>;
}

/** Spans around activities, and of workflows. */
export interface WorkerTracing {
  readonly aroundActivities: ActivityInterceptorsFactory;
  readonly sinks: InjectedSinks<TracingSinks>;
  readonly onChainStep: (seen: ChainStepSeen) => void;
  close(): Promise<void>;
}

/** One Temporal worker per task queue; only `payments` runs workflow code. */
export async function createQueueWorkers(options: QueueOptions): Promise<Worker[]> {
  const queues = Object.entries(CONCURRENCY).filter(([queue]) => options.taskQueues?.includes(queue) ?? true);
  return Promise.all(queues.map(([queue, concurrency]) => createQueueWorker(options, queue, concurrency)));
}

function createQueueWorker(options: QueueOptions, taskQueue: string, concurrency: number): Promise<Worker> {
  const {
    connection,
    namespace,
    activities,
    workflowBundle,
    stickySeconds,
    activityInterceptors = [],
    sinks,
  } = options;
  const common: WorkerOptions = {
    connection,
    namespace,
    taskQueue,
    activities,
    shutdownGraceTime: "5 s", // every activity may be cut off anywhere; a killed one goes on elsewhere
    maxConcurrentActivityTaskExecutions: concurrency,
    interceptors: { activity: [...activityInterceptors, beatAndSortFailures] },
  };
  if (taskQueue !== PAYMENTS_QUEUE) return Worker.create(common);
  return Worker.create({
    ...common,
    workflowBundle,
    ...(sinks && { sinks }),
    maxCachedWorkflows: 300,
    stickyQueueScheduleToStartTimeout: stickySeconds * 1000,
  });
}
