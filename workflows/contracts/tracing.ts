import { defaultPayloadConverter, type Headers } from "@temporalio/common";
import type { Sinks } from "@temporalio/workflow";

/** The header that every SDK of Temporal uses for OpenTelemetry. */
const HEADER = "_tracer-data";
const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** A span as a workflow tells it to its worker: ids, names and times, nothing else. */
export interface WorkflowSpan {
  readonly name: string;
  /** W3C: the trace, and this span. */
  readonly traceparent: string;
  readonly parentTraceparent: string;
  /** Where the work is told that this span only waited for; null when it is told below this one. */
  readonly linkedTraceparent: string | null;
  /** Epoch milliseconds, as the workflow's clock tells them. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly failed: boolean;
}

/** What a traced workflow calls in its worker. */
export interface TracingSinks extends Sinks {
  readonly tracing: { ended(span: WorkflowSpan): void };
}

/**
 * The trace that came with a call, as a `traceparent`. Of what else may stand there (`tracestate`, baggage) nothing is read
 * or passed on: histories keep headers, and those texts are anybody's.
 */
export function traceIn(headers: Headers): string | undefined {
  const payload = headers[HEADER];
  if (!payload) return undefined;
  const data = defaultPayloadConverter.fromPayload<{ readonly traceparent?: unknown } | null>(payload);
  const traceparent = data?.traceparent;
  return typeof traceparent === "string" && TRACEPARENT.test(traceparent) ? traceparent : undefined;
}

/** The headers of a call, with the trace in them; as they were when there is none. */
export const withTrace = (headers: Headers, traceparent: string | undefined): Headers =>
  traceparent === undefined ? headers : { ...headers, [HEADER]: defaultPayloadConverter.toPayload({ traceparent }) };
