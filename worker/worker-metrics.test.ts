import { describe, expect, test } from "@jest/globals";
import { MockActivityEnvironment } from "@temporalio/testing";
import { DefaultLogger } from "@temporalio/worker";
import { StepFailure } from "../activities/failures.ts";
import { createProviderBudget } from "../activities/provider-budget.ts";
import { beatAndSortFailures } from "./activity-interceptor.ts";
import { createWorkerMetrics } from "./worker-metrics.ts";

const NAME = "stellarPrepareTx";

/** The metrics after one try of an activity. */
async function afterTrying(activity: () => Promise<unknown>): Promise<string> {
  const metrics = createWorkerMetrics();
  const interceptors = [metrics.intercept, beatAndSortFailures];
  const info = { activityType: NAME, taskQueue: "signing", currentAttemptScheduledTimestampMs: Date.now() - 2_000 };
  await new MockActivityEnvironment(info, { interceptors, logger: new DefaultLogger("ERROR") })
    .run(activity)
    .catch(() => {});
  return metrics.text([]);
}

describe("a try of an activity is told", () => {
  test("with its duration and how long it waited in its queue", async () => {
    const text = await afterTrying(async () => "done");
    expect(text).toContain(`orchestrator_activity_duration_seconds_count{activity="${NAME}",outcome="done"} 1`);
    expect(text).toContain('orchestrator_queue_wait_seconds_bucket{le="1",queue="signing"} 0');
    expect(text).toContain('orchestrator_queue_wait_seconds_bucket{le="5",queue="signing"} 1');
  });

  test("with the reason it was sorted under when it did not go through", async () => {
    const text = await afterTrying(() => Promise.reject(new StepFailure("LANE_BUSY", "busy")));
    expect(text).toContain(`orchestrator_activity_duration_seconds_count{activity="${NAME}",outcome="failed"} 1`);
    expect(text).toContain(`orchestrator_activity_problems_total{activity="${NAME}",problem="LANE_BUSY"} 1`);
  });

  test("as unsorted when nobody has sorted it", async () => {
    const text = await afterTrying(() => Promise.reject(new TypeError("boom")));
    expect(text).toContain(`orchestrator_activity_problems_total{activity="${NAME}",problem="none"} 1`);
  });
});

test("a provider's budget is told as it is used, and left out when nobody can say", async () => {
  const terms = { provider: "trustless-work", requests: 5, seconds: 60 };
  const budget = createProviderBudget(null, terms);
  await budget.take();
  await budget.take();
  const metrics = createWorkerMetrics();
  const text = await metrics.text([{ ...terms, used: budget.used }]);
  expect(text).toContain('orchestrator_provider_budget_used{provider="trustless-work"} 2');
  expect(text).toContain('orchestrator_provider_budget_limit{provider="trustless-work"} 5');
  const silent = await metrics.text([{ ...terms, used: () => Promise.reject(new Error("away")) }]);
  expect(silent).not.toContain("orchestrator_provider_budget_used{");
});

test("a wait for a lane is told by how it ended", async () => {
  const metrics = createWorkerMetrics();
  metrics.observeLaneWait(3, "free");
  metrics.observeLaneWait(8, "busy");
  const text = await metrics.text([]);
  expect(text).toContain('orchestrator_lane_wait_seconds_sum{outcome="free"} 3');
  expect(text).toContain('orchestrator_lane_wait_seconds_count{outcome="busy"} 1');
});
