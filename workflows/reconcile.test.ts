import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { StepFailure } from "../activities/failures.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { ensureReconciliation } from "../worker/ensure-schedule.ts";
import { RECONCILE_WORKFLOW, type ReconciliationReport, reconcileWorkflowId } from "./contracts/reconcile.ts";
import { PAYMENTS_QUEUE } from "./contracts/task-queues.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("reconcile");
}, 60_000);
afterAll(() => bench.close());

const reconcile = (workflowId: string): Promise<ReconciliationReport> =>
  bench.client.workflow.execute(RECONCILE_WORKFLOW, {
    workflowId,
    taskQueue: PAYMENTS_QUEUE,
    args: [{ stream: "deposits/test" }],
  });

test("compares every book and reports each", async () => {
  expect(await reconcile("reconcile/one")).toMatchObject({
    ledger: { checked: 1, failure: null },
    wallets: { checked: 1, failure: null },
    escrows: { checked: 1, failure: null },
  });
  await keepHistory(bench.client.workflow.getHandle("reconcile/one"), "reconcile/compared");
});

test("a book that cannot be compared is reported, and keeps no other from it", async () => {
  const error = () => new StepFailure("STATE_UNEXPECTED", "no such thing");
  bench.world.faults.set("reconcile/two", "compare wallets", { kind: "fail", when: "before", times: 1, error });
  const report = await reconcile("reconcile/two");
  expect(report.wallets).toEqual({ failure: "STATE_UNEXPECTED: no such thing" });
  expect(report).toMatchObject({ ledger: { failure: null }, escrows: { failure: null } });
});

test("is on a schedule once, however many workers start, and on none where it is switched off", async () => {
  await Promise.all([1, 2, 3].map(() => ensureReconciliation(bench.client, "test", true)));
  const { spec, policies } = await bench.client.schedule.getHandle(reconcileWorkflowId("test")).describe();
  expect(spec.intervals).toMatchObject([{ every: 300_000 }]);
  expect(policies.overlap).toBe("SKIP");
  await ensureReconciliation(bench.client, "test", false);
  await ensureReconciliation(bench.client, "test", false);
  await expect(bench.client.schedule.getHandle(reconcileWorkflowId("test")).describe()).rejects.toThrow();
});

test(
  "replays as it ran",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);
