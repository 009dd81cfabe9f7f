import { openTracer } from "../../tracing/open-tracer.ts";
import type { WorkerTracing } from "../run-queues.ts";
import { tellChainStep, traceActivities } from "./trace-activities.ts";
import { workflowSpanSinks } from "./workflow-spans.ts";

/** Loaded only where tracing is on: it brings OpenTelemetry's SDK with it. */
export function openWorkerTracing(log: Parameters<typeof openTracer>[1]): WorkerTracing {
  const opened = openTracer("offerhub-worker", log);
  return {
    aroundActivities: traceActivities(opened.tracer),
    sinks: workflowSpanSinks(opened),
    onChainStep: tellChainStep,
    close: opened.close,
  };
}
