import type { Progress } from "../workflows/contracts/operating.ts";
import type { GatewayDeps } from "./deps.ts";
import { recordedProgress } from "./reads/progress.ts";

export interface ShownProgress extends Progress {
  /** `live`: told by the workflow now; `recorded`: last written down; `status`: no more is known than the status. */
  readonly source: "live" | "recorded" | "status";
}

interface Subject {
  readonly workflowId: string;
  readonly status: string;
  readonly updatedAt: Date;
  readonly isFinal: boolean;
}

/** Where a payment is: asked of its workflow, else of the database, which answers when no worker does. */
export async function progressOf(deps: GatewayDeps, subject: Subject): Promise<ShownProgress> {
  const live = subject.isFinal ? null : await deps.temporal.progress(subject.workflowId);
  if (live) return { ...live, source: "live" };
  const recorded = await recordedProgress(deps.db, subject.workflowId);
  if (recorded && !subject.isFinal) return { ...recorded, source: "recorded" };
  return {
    workflowId: subject.workflowId,
    state: subject.status,
    step: null,
    generation: 0,
    txHash: recorded?.txHash ?? null,
    waitingFor: subject.isFinal ? "nothing" : "command",
    since: subject.updatedAt.toISOString(),
    parkedReason: null,
    lastError: null,
    nextAttemptAt: null,
    ignoredDecision: null,
    source: "status",
  };
}
