import type { Headers } from "@temporalio/common";
import { proxySinks, type WorkflowInterceptors, workflowInfo } from "@temporalio/workflow";
import { type TracingSinks, traceIn, withTrace } from "../contracts/tracing.ts";
import { type CarriedTrace, presentTrace, withinTrace } from "./carried-trace.ts";
import { childOf } from "./child-of.ts";

const { tracing } = proxySinks<TracingSinks>();

/**
 * Takes the trace of a request into the workflow, and on to what it does. Only in the bundle of a worker that traces. A payment
 * may go on with the other bundle at any moment, so nothing here waits: every promise is the one that `next` gave.
 */
export function interceptors(): WorkflowInterceptors {
  const { workflowType, runId } = workflowInfo();
  let messages = 0;

  const handle = <Result>(name: string, headers: Headers, run: () => Promise<Result>): Promise<Result> => {
    messages += 1; // traced or not, so that a replay counts the same
    const parentTraceparent = traceIn(headers);
    if (parentTraceparent === undefined) return run();
    const traceparent = childOf(parentTraceparent, `${runId}/${messages}`);
    const begun = { name: `${workflowType} ${name}`, traceparent, parentTraceparent, startedAt: Date.now() };
    const trace: CarriedTrace = { traceparent };
    const end = (failed: boolean) =>
      tracing.ended({ ...begun, endedAt: Date.now(), failed, linkedTraceparent: trace.joined ?? null });
    const done = withinTrace(trace, run);
    if (name === START) end(false);
    else done.then(end.bind(null, false), end.bind(null, true));
    return done;
  };
  const pass = <Input extends { readonly headers: Headers }>(input: Input): Input => ({
    ...input,
    headers: withTrace(input.headers, presentTrace()?.traceparent),
  });

  return {
    inbound: [
      {
        execute: (input, next) => handle(START, input.headers, () => next(input)),
        handleUpdate: (input, next) => handle(input.name, input.headers, () => next(input)),
        handleSignal: (input, next) => handle(input.signalName, input.headers, () => next(input)),
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next(pass(input)),
        scheduleLocalActivity: (input, next) => next(pass(input)),
        startChildWorkflowExecution: (input, next) => next(pass(input)),
        signalWorkflow: (input, next) => next(pass(input)),
      },
    ],
  };
}

/** A run may take weeks, and a span is only seen once it has ended: this one marks the moment. */
const START = "start";
