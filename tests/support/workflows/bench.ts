import { readFile } from "node:fs/promises";
import { Client, Connection } from "@temporalio/client";
import type { HistoryAndWorkflowId } from "@temporalio/common";
import { DefaultLogger, NativeConnection, Runtime, Worker } from "@temporalio/worker";
import { workflowBundle } from "../../../worker/build-bundle.ts";
import { createQueueWorkers } from "../../../worker/run-queues.ts";
import { testTemporal } from "../temporal.ts";
import { type FakeWorld, fakeWorld } from "./fake-world.ts";
import { type History, historyShape } from "./history-shape.ts";

/** Replaying is processor time alone, and other tests want it too. */
export const REPLAY_TIMEOUT_MS = 180_000;

/** Today's workflow code on the real Temporal server, in a namespace of its own, in front of a world in memory. */
export interface WorkflowBench {
  readonly client: Client;
  readonly namespace: string;
  readonly world: FakeWorld;
  /** Replays every history of the namespace, one of each shape; returns what went wrong, by workflow id. */
  replayAll(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function workflowBench(label: string): Promise<WorkflowBench> {
  Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [] });
  const temporal = await testTemporal();
  const namespace = await temporal.namespace(label);
  const native = await NativeConnection.connect({ address: temporal.address });
  const connection = await Connection.connect({ address: temporal.address });
  const world = fakeWorld();
  const bundle = await workflowBundle();
  const code = await readFile(bundle.codePath, "utf8");
  const options = { connection: native, namespace, workflowBundle: bundle, taskQueues: null, stickySeconds: 5 };
  const workers = await createQueueWorkers({ ...options, activities: world.activities });
  const running = Promise.all(workers.map((worker) => worker.run()));
  const client = new Client({ connection, namespace });
  return {
    client,
    namespace,
    world,
    async replayAll() {
      const failures: string[] = [];
      const histories = ofDifferentShapes(client.workflow.list().intoHistories());
      for await (const result of Worker.runReplayHistories({ workflowBundle: { code } }, histories)) {
        if (result.error) failures.push(`${result.workflowId}: ${result.error.message}`);
      }
      return failures;
    },
    async close() {
      for (const worker of workers) worker.shutdown();
      await running;
      await connection.close();
      await native.close();
    },
  };
}

/** Many tests take the same way; the code takes it once. */
async function* ofDifferentShapes(histories: AsyncIterable<HistoryAndWorkflowId>): AsyncIterable<HistoryAndWorkflowId> {
  const seen = new Set<string>();
  for await (const { workflowId, history } of histories) {
    const shape = historyShape(history as History);
    if (seen.has(shape)) continue;
    seen.add(shape);
    yield { workflowId, history };
  }
}
