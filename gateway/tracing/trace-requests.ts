import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import type { MiddlewareHandler } from "hono";
import { contextOf } from "../../tracing/traceparent.ts";
import type { AppEnv, Endpoint } from "../endpoint.ts";

/**
 * One span per request to an endpoint, in the trace that the caller sent along, if any. It tells the route's template, the
 * status and the request's id, which is the correlation id of all that follows; nothing else that the caller wrote.
 */
export const traceRequests =
  (tracer: Tracer) =>
  ({ declaration }: Endpoint): MiddlewareHandler<AppEnv> =>
    async function traceRequestsMiddleware(c, next) {
      const method = declaration.method.toUpperCase();
      const attributes = {
        "http.request.method": method,
        "http.route": declaration.path,
        "orchestrator.operation": declaration.operationId,
        "orchestrator.request.id": c.get("requestId"),
      };
      const parent = contextOf(c.req.header("traceparent")) ?? ROOT_CONTEXT;
      const options = { kind: SpanKind.SERVER, attributes };
      const span = tracer.startSpan(`${method} ${declaration.path}`, options, parent);
      try {
        await context.with(trace.setSpan(parent, span), next);
      } finally {
        span.setAttribute("http.response.status_code", c.res.status);
        if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      }
    };
