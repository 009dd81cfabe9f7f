import { expect, test } from "@jest/globals";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { ApplicationFailure } from "@temporalio/common";
import { MockActivityEnvironment } from "@temporalio/testing";
import { DefaultLogger } from "@temporalio/worker";
import { withTrace } from "../../workflows/contracts/tracing.ts";
import { traceActivities } from "./trace-activities.ts";

const TRACE = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;

/** The spans of one try of an activity. */
async function spansOf(activity: () => Promise<unknown>, traceparent: string | undefined = TRACE) {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger("ERROR") });
  await environment.run(async () => {
    const { inbound } = traceActivities(provider.getTracer("test"))(undefined as never);
    await inbound?.execute?.({ args: [], headers: withTrace({}, traceparent) }, activity).catch(() => {});
  });
  return exporter.getFinishedSpans();
}

test("a failure is told by its reason, never by its message", async () => {
  const failure = ApplicationFailure.retryable("a@b.c was refused with key sk_1", "PROVIDER_REFUSED");
  const [span] = await spansOf(() => Promise.reject(failure));
  expect(span?.attributes).toMatchObject({ "error.type": "PROVIDER_REFUSED" });
  expect(JSON.stringify([span?.name, span?.attributes, span?.status, span?.events])).not.toMatch(/a@b\.c|sk_1/);
});

test.each([
  ["a known word", { kind: "succeeded", secret: "s" }, "succeeded"],
  ["anything else", { kind: "s3cret" }, undefined],
  ["a text", "s3cret", undefined],
])("an outcome is told when it is %s", async (_what, result, told) => {
  const [span] = await spansOf(async () => result);
  expect(span?.attributes["orchestrator.outcome"]).toBe(told);
  expect(JSON.stringify(span?.attributes)).not.toContain("s3cret");
});

test("what no request led to has no span", async () => {
  const exporter = await spansOf(async () => "accepted", "");
  expect(exporter).toEqual([]);
});
