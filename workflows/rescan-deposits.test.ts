import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { WithStartWorkflowOperation } from "@temporalio/client";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { gate } from "../tests/support/workflows/faults.ts";
import {
  RESCAN_DEPOSITS_WORKFLOW,
  type RescanAsked,
  rescanDepositsWorkflowId,
  rescannedUpdate,
} from "./contracts/rescan-deposits.ts";
import { PAYMENTS_QUEUE } from "./contracts/task-queues.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("rescan-deposits");
}, 60_000);
afterAll(() => bench.close());

const ask = (workflowId: string, asked: RescanAsked | undefined) =>
  bench.client.workflow.executeUpdateWithStart(rescannedUpdate, {
    args: [asked],
    startWorkflowOperation: new WithStartWorkflowOperation(RESCAN_DEPOSITS_WORKFLOW, {
      workflowId,
      taskQueue: PAYMENTS_QUEUE,
      args: [{ stream: "deposits/test", fromLedger: asked?.fromLedger ?? null }],
      workflowIdConflictPolicy: "USE_EXISTING",
    }),
  });

/** Asks for the first; while it reads for the others, in their order. @returns from where each one's report reads */
async function asking(workflowId: string, asked: readonly (RescanAsked | undefined)[]) {
  const { fault, reached, open } = gate();
  bench.world.faults.set(workflowId, "rescan", fault);
  const reports = [ask(workflowId, asked[0])];
  await reached;
  const handle = bench.client.workflow.getHandle(workflowId);
  for (const [index, each] of asked.slice(1).entries()) {
    const update = {
      args: [each] as [RescanAsked | undefined],
      updateId: `later-${index}`,
      waitForStage: "ACCEPTED" as const,
    };
    reports.push((await handle.startUpdate(rescannedUpdate, update)).result());
  }
  open();
  const begun = (await Promise.all(reports)).map(({ fromLedger }) => fromLedger);
  await handle.result();
  return { begun, rescans: bench.world.faults.calls(workflowId).filter((call) => call.startsWith("rescan")).length };
}

const from = (fromLedger: number | null): RescanAsked => ({ fromLedger });

test.each([
  ["the same", [from(100), from(100)], [100, 100], 1],
  ["less", [from(100), from(200)], [100, 100], 1],
  ["less than everything", [from(null), from(200)], [1, 1], 1],
  ["more", [from(100), from(50)], [100, 50], 2],
  ["everything", [from(100), from(null)], [100, 1], 2],
  ["more and more", [from(100), from(50), from(40), from(60)], [100, 50, 40, 50], 3],
  ["what an earlier release asks", [from(100), undefined], [100, 100], 1],
])("while one reads, who asks for %s is told what they asked for", async (name, asked, begun, rescans) => {
  const workflowId = `${rescanDepositsWorkflowId("test")}/${name}`;
  expect(await asking(workflowId, asked)).toEqual({ begun, rescans });
  if (name === "more") await keepHistory(bench.client.workflow.getHandle(workflowId), "rescanDeposits/more-asked");
});

test("answers everybody who asks meanwhile with what the one rescan found", async () => {
  const workflowId = rescanDepositsWorkflowId("test");
  const [one, other] = await Promise.all([ask(workflowId, undefined), ask(workflowId, undefined)]);
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
