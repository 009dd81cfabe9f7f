import type { Deadlines } from "../../domain/order/deadlines.ts";
import { cancelWhenUnfunded } from "./cancel-in-time.ts";
import type { OrderRun } from "./order-run.ts";
import { releaseWhenUndisputed } from "./release-in-time.ts";

/** Watches the deadlines an order was created with. Each ends in a command of its own, so that it waits its turn. */
export function watchDeadlines(run: OrderRun, deadlines: Deadlines): void {
  const { cancelUnfundedAfterSeconds, releaseAfterSeconds, remindBeforeSeconds } = deadlines;
  const remindMs = (remindBeforeSeconds ?? 0) * 1000;
  if (cancelUnfundedAfterSeconds !== null) {
    const at = Date.now() + cancelUnfundedAfterSeconds * 1000;
    cancelWhenUnfunded(run, { action: "cancel", at, remindMs }).catch(failWorkflowTask);
  }
  if (releaseAfterSeconds !== null)
    releaseWhenUndisputed(run, releaseAfterSeconds * 1000, remindMs).catch(failWorkflowTask);
}

/** A bug: the workflow task stands still until it is mended, as everywhere else. */
function failWorkflowTask(error: unknown): never {
  throw error;
}
