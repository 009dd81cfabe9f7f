import { TestWorkflowEnvironment } from "@temporalio/testing";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { workflowBundle } from "../../../worker/build-bundle.ts";
import { createQueueWorkers } from "../../../worker/run-queues.ts";
import { timeSkippingServerPath } from "../temporal.ts";
import { fakeWorld } from "./fake-world.ts";

/** As the workflow bench, on the server whose clock jumps: it has one clock, so its tests run one after the other. */
export async function skippingBench() {
  Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [] });
  const path = await timeSkippingServerPath();
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: "existing-path", path } },
  });
  const world = fakeWorld();
  const workers = await createQueueWorkers({
    connection: environment.nativeConnection,
    namespace: "default",
    activities: world.activities,
    workflowBundle: await workflowBundle(),
    taskQueues: null,
    stickySeconds: 5,
  });
  const running = Promise.all(workers.map((worker) => worker.run()));
  return {
    client: environment.client,
    world,
    /** Lets the clock jump. */
    pass: (duration: string) => environment.sleep(duration),
    now: () => environment.currentTimeMs(),
    async close() {
      for (const worker of workers) worker.shutdown();
      await running;
      await environment.teardown();
    },
  };
}
