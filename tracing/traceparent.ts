import { type Context, context, isSpanContextValid, ROOT_CONTEXT, type SpanContext, trace } from "@opentelemetry/api";
import { parseTraceParent } from "@opentelemetry/core";

/** The context that a W3C `traceparent` names; null when it names none. `tracestate` and baggage are not taken over. */
export function contextOf(traceparent: string | undefined): Context | null {
  const parent = traceparent === undefined ? null : parseTraceParent(traceparent);
  return parent && trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });
}

/** The present span as a `traceparent`; undefined outside of one. */
export function presentTraceparent(): string | undefined {
  const span = trace.getSpanContext(context.active());
  return span && isSpanContextValid(span) ? toTraceparent(span) : undefined;
}

const toTraceparent = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
