import { context, DiagLogLevel, diag, type Tracer } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor, type SpanProcessor } from "@opentelemetry/sdk-trace-base";
import type { Logger } from "pino";
import { traceOutgoingCalls } from "./outgoing-calls.ts";

export interface OpenTracer {
  readonly tracer: Tracer;
  /** For spans that begin and end elsewhere. */
  readonly processor: SpanProcessor;
  readonly resource: Resource;
  /** Sends what is left, and gives up soon: nobody's stop waits for a collector. */
  close(): Promise<void>;
}

const LAST_SENDING_MS = 2_000;

/** Opens OpenTelemetry for this process. Its own environment variables say where spans go, and which. */
export function openTracer(serviceName: string, log: Pick<Logger, "warn">): OpenTracer {
  const warn = (reason: string) => log.warn({ reason }, "tracing");
  diag.setLogger(
    { error: warn, warn, info: () => {}, debug: () => {}, verbose: () => {} },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const named = resourceFromAttributes({ "service.name": serviceName });
  const resource = defaultResource()
    .merge(named)
    .merge(detectResources({ detectors: [envDetector] }));
  const processor = new BatchSpanProcessor(new OTLPTraceExporter());
  const provider = new BasicTracerProvider({ resource, spanProcessors: [processor] });
  const tracer = provider.getTracer("offerhub");
  traceOutgoingCalls(tracer);
  return {
    tracer,
    processor,
    resource,
    async close() {
      const limit = new Promise((resolve) => setTimeout(resolve, LAST_SENDING_MS).unref());
      await Promise.race([provider.shutdown().catch(() => {}), limit]);
    },
  };
}
