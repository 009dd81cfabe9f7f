type Env = Readonly<Record<string, string | undefined>>;

/** Whether spans are wanted: OpenTelemetry's own variables say so. Without them nothing of its SDK is loaded. */
export function isTracingOn(env: Env): boolean {
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?.trim() || env.OTEL_EXPORTER_OTLP_ENDPOINT?.trim();
  const isDisabled = env.OTEL_SDK_DISABLED?.trim().toLowerCase() === "true" || env.OTEL_TRACES_EXPORTER === "none";
  return Boolean(endpoint) && !isDisabled;
}
