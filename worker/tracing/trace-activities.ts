import { context, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import { Context } from "@temporalio/activity";
import { ApplicationFailure } from "@temporalio/common";
import type { ActivityInterceptorsFactory } from "@temporalio/worker";
import type { ChainStepSeen } from "../../activities/deps.ts";
import { contextOf } from "../../tracing/traceparent.ts";
import { traceIn } from "../../workflows/contracts/tracing.ts";

/** A span for every try of an activity that a traced request led to. Of a failure it tells the reason it was sorted under. */
export const traceActivities = (tracer: Tracer): ActivityInterceptorsFactory => {
  return () => ({
    inbound: {
      execute(input, next) {
        const parent = contextOf(traceIn(input.headers));
        if (!parent) return next(input); // background work: nobody asked for it just now
        const span = tracer.startSpan(Context.current().info.activityType, spanOptions(), parent);
        return context.with(trace.setSpan(parent, span), async () => {
          try {
            const result = await next(input);
            const outcome = outcomeOf(result);
            if (outcome) span.setAttribute("orchestrator.outcome", outcome);
            return result;
          } catch (error) {
            const reason = error instanceof ApplicationFailure ? error.type : null;
            span.setAttribute("error.type", reason ?? "none").setStatus({ code: SpanStatusCode.ERROR });
            throw error;
          } finally {
            span.end();
          }
        });
      },
    },
  });
};

function spanOptions() {
  const { workflowExecution, taskQueue, attempt } = Context.current().info;
  const attributes = {
    "temporal.workflow.id": workflowExecution?.workflowId ?? "",
    "temporal.workflow.run_id": workflowExecution?.runId ?? "",
    "temporal.task_queue": taskQueue,
    "temporal.activity.attempt": attempt,
  };
  return { kind: SpanKind.CONSUMER, attributes };
}

/** How prepare, submit and confirm say what came out. A list: what another activity answers may be anything. */
const OUTCOMES = [
  ...["prepared", "reached"],
  ...["accepted", "duplicate", "refused", "settled"],
  ...["succeeded", "failed", "expired"],
];

function outcomeOf(result: unknown): string | undefined {
  const said = typeof result === "object" && result !== null && "kind" in result ? result.kind : result;
  return OUTCOMES.find((outcome) => outcome === said);
}

/** The activity's span names the step that it is about, and the transaction. */
export function tellChainStep({ stepKey, hash, generation }: ChainStepSeen): void {
  trace.getActiveSpan()?.setAttributes({
    "orchestrator.step.key": stepKey,
    ...(generation !== undefined && { "orchestrator.step.generation": generation }),
    ...(hash !== undefined && { "stellar.transaction.hash": hash }),
  });
}
