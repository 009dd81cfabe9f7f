import { proxyActivities, proxyLocalActivities } from "@temporalio/workflow";
import type { Activities } from "../activities/index.ts";
import {
  CONFIRMING_QUEUE,
  FOLLOWING_QUEUE,
  NOTIFY_QUEUE,
  PAYMENTS_QUEUE,
  SENDING_QUEUE,
  SIGNING_QUEUE,
} from "./contracts/task-queues.ts";

/** The only file that sets timeouts and retries. Errors that can never succeed are non-retryable at their birth. */

/** Quick tries of a step before it parks: 0.5, 1, 2, 4, 8, 10, 10 s, about half a minute in all. */
const QUICK = {
  initialInterval: "500 ms",
  backoffCoefficient: 2,
  maximumInterval: "10 s",
  maximumAttempts: 8,
} as const;
/** The worker beats for a running activity, so a killed worker is noticed after this long. */
const DEAD_WORKER = "8 s";

/** Short idempotent writes to Postgres; they wait for it as long as it is away. */
export const storage = proxyLocalActivities<Activities>({
  startToCloseTimeout: "5 s",
  retry: { initialInterval: "200 ms", backoffCoefficient: 2, maximumInterval: "10 s" },
});

/** Builds and signs; a provider may be asked to build. Its own task queue: only there are keys. */
export const signing = proxyActivities<Activities>({
  taskQueue: SIGNING_QUEUE,
  startToCloseTimeout: "60 s", // waits for the lane, then two calls to a provider of at most 20 s
  heartbeatTimeout: DEAD_WORKER,
  retry: QUICK,
});

/** Makes and seals a key. Nobody but our database is asked, so it is waited for as long as it is away. */
export const sealing = proxyActivities<Activities>({
  taskQueue: SIGNING_QUEUE,
  startToCloseTimeout: "10 s",
  heartbeatTimeout: DEAD_WORKER,
  retry: { initialInterval: "500 ms", backoffCoefficient: 2, maximumInterval: "10 s" },
});

/** Sends stored bytes, again and again until somebody clearly has them; then the chain decides. */
export const sending = proxyActivities<Activities>({
  taskQueue: SENDING_QUEUE,
  startToCloseTimeout: "20 s", // one HTTP call
  scheduleToCloseTimeout: "120 s", // about as long as a transaction may live
  heartbeatTimeout: DEAD_WORKER,
  retry: { initialInterval: "500 ms", backoffCoefficient: 2, maximumInterval: "5 s" },
});

/** Asks the chain until it answers; a transaction lives minutes at most, so longer means that no ledger closes. */
export const confirming = proxyActivities<Activities>({
  taskQueue: CONFIRMING_QUEUE,
  startToCloseTimeout: "15 m",
  heartbeatTimeout: DEAD_WORKER,
  retry: QUICK,
});

/** Reads that an opening command waits for, so it gives up soon: nothing was done yet. */
export const reading = proxyActivities<Activities>({
  taskQueue: PAYMENTS_QUEUE,
  startToCloseTimeout: "20 s",
  heartbeatTimeout: DEAD_WORKER,
  retry: { ...QUICK, maximumAttempts: 4 },
});

/** Asks or tells the fiat provider: at most a look and a call of 20 s each. Every one of them may be asked again. */
export const asking = proxyActivities<Activities>({
  taskQueue: PAYMENTS_QUEUE,
  startToCloseTimeout: "60 s",
  heartbeatTimeout: DEAD_WORKER,
  retry: { ...QUICK, maximumAttempts: 4 },
});

/** Runs for ever: whatever goes wrong, it begins again at its cursor. */
export const following = proxyActivities<Activities>({
  taskQueue: FOLLOWING_QUEUE,
  startToCloseTimeout: "2 h",
  heartbeatTimeout: DEAD_WORKER,
  retry: { initialInterval: "500 ms", backoffCoefficient: 2, maximumInterval: "10 s" },
});

/** One call to a customer's endpoint. How it went is its result; only what hinders writing it down is tried again here. */
export const notifying = proxyActivities<Activities>({
  taskQueue: NOTIFY_QUEUE,
  startToCloseTimeout: "30 s", // the call may take 15 s
  heartbeatTimeout: DEAD_WORKER,
  retry: { initialInterval: "1 s", backoffCoefficient: 2, maximumInterval: "1 m" },
});

/** Compares every account with the chain: minutes where there are many. */
export const reconciling = proxyActivities<Activities>({
  taskQueue: FOLLOWING_QUEUE,
  startToCloseTimeout: "30 m",
  heartbeatTimeout: DEAD_WORKER,
  retry: QUICK,
});
