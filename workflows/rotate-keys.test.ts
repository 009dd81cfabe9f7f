import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { REPLAY_TIMEOUT_MS, type WorkflowBench, workflowBench } from "../tests/support/workflows/bench.ts";
import { keepHistory } from "../tests/support/workflows/corpus.ts";
import { ROTATE_KEYS_WORKFLOW, ROTATE_KEYS_WORKFLOW_ID, rotationQuery } from "./contracts/rotate-keys.ts";
import { PAYMENTS_QUEUE } from "./contracts/task-queues.ts";

let bench: WorkflowBench;
beforeAll(async () => {
  bench = await workflowBench("rotate-keys");
}, 60_000);
afterAll(() => bench.close());

test("passes over all wallets until a pass finds none, through a batch that failed, and says what it did", async () => {
  bench.world.faults.set(ROTATE_KEYS_WORKFLOW_ID, "rotate/2", {
    kind: "fail",
    when: "before",
    times: 2,
    error: () => new Error("killed"),
  });
  const handle = await bench.client.workflow.start(ROTATE_KEYS_WORKFLOW, {
    workflowId: ROTATE_KEYS_WORKFLOW_ID,
    taskQueue: PAYMENTS_QUEUE,
    args: [{ carried: null }],
  });
  expect(await handle.result()).toMatchObject({ newestKeyId: "v2", rotated: 5, unreadableCount: 0 });
  expect(bench.world.faults.calls(ROTATE_KEYS_WORKFLOW_ID)).toHaveLength(4);
  expect(bench.world.faults.tries(ROTATE_KEYS_WORKFLOW_ID, "rotate/2")).toBe(3);
  expect(await handle.query(rotationQuery)).toMatchObject({ rotated: 5, finishedAt: expect.any(String) });
  await keepHistory(handle, "rotateKeys/rotated");
});

test(
  "replays as it ran",
  async () => {
    expect(await bench.replayAll()).toEqual([]);
  },
  REPLAY_TIMEOUT_MS,
);
