import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { hrTimeDuration, millisToHrTime, parseTraceParent } from "@opentelemetry/core";
import type { InjectedSinks } from "@temporalio/worker";
import type { WorkflowInfo } from "@temporalio/workflow";
import type { OpenTracer } from "../../tracing/open-tracer.ts";
import type { TracingSinks, WorkflowSpan } from "../../workflows/contracts/tracing.ts";

type Target = Pick<OpenTracer, "processor" | "resource">;

/** Takes the spans of workflows over into the worker's own. Replays tell nothing again. */
export const workflowSpanSinks = (target: Target): InjectedSinks<TracingSinks> => ({
  tracing: { ended: { fn: (info, span) => tell(target, info, span), callDuringReplay: false } },
});

function tell({ processor, resource }: Target, { workflowId, runId, taskQueue }: WorkflowInfo, span: WorkflowSpan) {
  const own = parseTraceParent(span.traceparent);
  const parent = parseTraceParent(span.parentTraceparent);
  if (!own || !parent) return;
  const linked = span.linkedTraceparent === null ? null : parseTraceParent(span.linkedTraceparent);
  const [startTime, endTime] = [millisToHrTime(span.startedAt), millisToHrTime(span.endedAt)];
  processor.onEnd({
    name: span.name,
    kind: SpanKind.INTERNAL,
    spanContext: () => own,
    parentSpanContext: { ...parent, isRemote: true },
    startTime,
    endTime,
    duration: hrTimeDuration(startTime, endTime),
    ended: true,
    status: { code: span.failed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
    attributes: {
      "temporal.workflow.id": workflowId,
      "temporal.workflow.run_id": runId,
      "temporal.task_queue": taskQueue,
    },
    links: linked ? [{ context: linked }] : [],
    events: [],
    resource,
    instrumentationScope: { name: "offerhub" },
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  });
}
