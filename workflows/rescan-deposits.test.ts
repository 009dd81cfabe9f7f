import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { WithStartWorkflowOperation } from "@temporalio/client";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { RESCAN_DEPOSITS_WORKFLOW, rescanDepositsWorkflowId, rescannedUpdate } from "./contracts/rescan-deposits.ts";
import { PAYMENTS_QUEUE } from "./contracts/task-queues.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("rescan-deposits");
}, 60_000);
afterAll(() => bench.close());

test("answers everybody who asks meanwhile with what the one rescan found", async () => {
  const workflowId = rescanDepositsWorkflowId("test");
  const ask = () =>
    bench.client.workflow.executeUpdateWithStart(rescannedUpdate, {
      startWorkflowOperation: new WithStartWorkflowOperation(RESCAN_DEPOSITS_WORKFLOW, {
        workflowId,
        taskQueue: PAYMENTS_QUEUE,
        args: [{ stream: "deposits/test", fromLedger: null }],
        workflowIdConflictPolicy: "USE_EXISTING",
      }),
    });
  const [one, other] = await Promise.all([ask(), ask()]);
  expect(one).toMatchObject({ fromLedger: 1, throughLedger: 2, creditedCount: 0 });
  expect(other).toEqual(one);
  await keepHistory(bench.client.workflow.getHandle(workflowId), "rescanDeposits/read-again");
});

test(
  "replays as it ran",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);
