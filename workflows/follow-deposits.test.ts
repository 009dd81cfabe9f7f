import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { StepFailure } from "../activities/failures.ts";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { eventually } from "../tests/support/workflows/eventually.ts";
import { gate } from "../tests/support/workflows/faults.ts";
import { FOLLOW_DEPOSITS_WORKFLOW, followDepositsWorkflowId } from "./contracts/deposits.ts";
import { PAYMENTS_QUEUE } from "./contracts/task-queues.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("deposits");
});
afterAll(() => bench.close());

test("begins again after every failure, and its history anew after every turn", async () => {
  const workflowId = followDepositsWorkflowId("test");
  const error = () => new StepFailure("CHAIN_UNREACHABLE", "the node went away", { retryAfterMs: 1 });
  bench.world.faults.set(workflowId, "follow", { kind: "fail", when: "before", times: 3, error });
  const held = gate();
  bench.world.faults.set(workflowId, "follow/2", held.fault);
  const started = { workflowId, taskQueue: PAYMENTS_QUEUE };
  const first = await bench.client.workflow.start(FOLLOW_DEPOSITS_WORKFLOW, started);
  await held.reached; // the second turn
  expect(bench.world.faults.tries(workflowId, "follow")).toBe(4);
  const runIds = async () => {
    const ids: string[] = [];
    for await (const { runId } of bench.client.workflow.list({ query: `WorkflowId="${workflowId}"` })) ids.push(runId);
    return ids;
  };
  expect((await eventually(runIds, (ids) => ids.length === 2)).length).toBe(2);
  const ended = bench.client.workflow.getHandle(workflowId, first.firstExecutionRunId);
  expect(await ended.describe()).toMatchObject({ status: { name: "CONTINUED_AS_NEW" } });
  await keepHistory(ended, "followDeposits/continued");
  await bench.client.workflow.getHandle(workflowId).terminate();
  held.open();
});

test("goes on after what time does not heal: an answer that only a later release can read", async () => {
  const workflowId = followDepositsWorkflowId("newer");
  const error = () => new StepFailure("NETWORK_NEWER", "an address of a kind that nobody knows");
  bench.world.faults.set(workflowId, "follow", { kind: "fail", when: "before", times: 1, error });
  const started = { workflowId, taskQueue: PAYMENTS_QUEUE };
  const { firstExecutionRunId } = await bench.client.workflow.start(FOLLOW_DEPOSITS_WORKFLOW, started);
  const first = bench.client.workflow.getHandle(workflowId, firstExecutionRunId);
  const waits = async () => (await first.fetchHistory()).events?.some((event) => event.timerStartedEventAttributes);
  expect(await eventually(waits, (isWaiting) => isWaiting === true)).toBe(true);
  expect(await first.describe()).toMatchObject({ status: { name: "RUNNING" } });
  await bench.client.workflow.getHandle(workflowId).terminate();
});

test(
  "every history of this file replays against today's code",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);
