import { openTracer } from "../../tracing/open-tracer.ts";
import type { GatewayTracing } from "../deps.ts";
import { traceCommands } from "./trace-commands.ts";
import { traceRequests } from "./trace-requests.ts";

/** Loaded only where tracing is on: it brings OpenTelemetry's SDK with it. */
export function openGatewayTracing(log: Parameters<typeof openTracer>[1]): GatewayTracing {
  const { tracer, close } = openTracer("offerhub-gateway", log);
  return { aroundRequests: traceRequests(tracer), aroundCommands: traceCommands(tracer), close };
}
