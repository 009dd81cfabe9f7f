import { context, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import type { WorkflowClientInterceptor } from "@temporalio/client";
import type { Headers } from "@temporalio/common";
import { presentTraceparent } from "../../tracing/traceparent.ts";
import { withTrace } from "../../workflows/contracts/tracing.ts";

/** A span for every command, fact and start that a request sends to a workflow, which goes on in the same trace. */
export function traceCommands(tracer: Tracer): WorkflowClientInterceptor {
  async function sending<Result>(name: string, workflowId: string, send: () => Promise<Result>) {
    if (!trace.getSpan(context.active())) return send(); // a relay's: nobody asked for it just now
    const options = { kind: SpanKind.CLIENT, attributes: { "temporal.workflow.id": workflowId } };
    const span = tracer.startSpan(`temporal ${name}`, options);
    try {
      return await context.with(trace.setSpan(context.active(), span), send);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  }
  const traced = (headers: Headers): Headers => withTrace(headers, presentTraceparent());

  return {
    startWithDetails: (input, next) =>
      sending(`start ${input.workflowType}`, input.options.workflowId, () =>
        next({ ...input, headers: traced(input.headers) }),
      ),
    startUpdate: (input, next) =>
      sending(`update ${input.updateName}`, input.workflowExecution.workflowId, () =>
        next({ ...input, headers: traced(input.headers) }),
      ),
    startUpdateWithStart: (input, next) =>
      sending(`start ${input.workflowType}, update ${input.updateName}`, input.workflowStartOptions.workflowId, () =>
        next({
          ...input,
          workflowStartHeaders: traced(input.workflowStartHeaders),
          updateHeaders: traced(input.updateHeaders),
        }),
      ),
    signal: (input, next) =>
      sending(`signal ${input.signalName}`, input.workflowExecution.workflowId, () =>
        next({ ...input, headers: traced(input.headers) }),
      ),
  };
}
