import { subscribe } from "node:diagnostics_channel";
import { context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";

/** What Node's `fetch` tells of a request; its headers and body are not looked at. */
interface Told {
  readonly request: { readonly method: string; readonly origin: string; readonly path: string };
  readonly response?: { readonly statusCode: number };
}

/**
 * A span for every `fetch` that is made within one. The trace is not passed on: whom we call is somebody else, and what they
 * are sent is what was agreed with them.
 */
export function traceOutgoingCalls(tracer: Tracer): void {
  const spans = new WeakMap<object, Span>();
  const on = (event: string, tell: (told: Told) => void) =>
    subscribe(`undici:request:${event}`, (message) => tell(message as Told)); // the shape that Node documents

  on("create", ({ request }) => {
    if (!trace.getSpan(context.active())) return;
    const { method, origin, path } = request;
    const { hostname, port } = new URL(origin);
    const attributes = {
      "http.request.method": method,
      "server.address": hostname,
      ...(port && { "server.port": Number(port) }),
      "url.template": templateOf(path),
    };
    spans.set(request, tracer.startSpan(`${method} ${hostname}`, { kind: SpanKind.CLIENT, attributes }));
  });
  on("headers", ({ request, response }) => {
    if (response) spans.get(request)?.setAttribute("http.response.status_code", response.statusCode);
    if (response && response.statusCode >= 500) spans.get(request)?.setStatus({ code: SpanStatusCode.ERROR });
  });
  on("trailers", ({ request }) => spans.get(request)?.end());
  on("error", ({ request }) => {
    spans.get(request)?.setStatus({ code: SpanStatusCode.ERROR });
    spans.get(request)?.end();
  });
}

/** The path without what is in its place of ids (hashes, addresses, numbers), and without the query: those may be anything. */
export const templateOf = (path: string): string =>
  (path.split(/[?#]/)[0] ?? "")
    .split("/")
    .map((part) => (/^([A-Za-z][A-Za-z-]{0,31}|v\d{1,2}|)$/.test(part) ? part : "{id}"))
    .join("/");
