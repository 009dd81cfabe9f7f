import { expect, test } from "@jest/globals";
import { isTracingOn } from "./settings.ts";

const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318" };

test.each([
  ["nothing is set", {}, false],
  ["the variable is left empty", { OTEL_EXPORTER_OTLP_ENDPOINT: " " }, false],
  ["a collector is named", ENDPOINT, true],
  ["a collector is named for traces only", { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://collector/v1/traces" }, true],
  ["the SDK is disabled", { ...ENDPOINT, OTEL_SDK_DISABLED: "TRUE" }, false],
  ["traces are sent nowhere", { ...ENDPOINT, OTEL_TRACES_EXPORTER: "none" }, false],
])("when %s", (_case, env, isOn) => {
  expect(isTracingOn(env)).toBe(isOn);
});
