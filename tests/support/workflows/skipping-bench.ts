import { encodeSearchAttributeIndexedValueType } from "@temporalio/common/lib/search-attributes.js";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { workflowBundle } from "../../../worker/build-bundle.ts";
import { createQueueWorkers } from "../../../worker/run-queues.ts";
import { SEARCH_ATTRIBUTES } from "../../../workflows/contracts/search-attributes.ts";
import { timeSkippingServerPath } from "../temporal.ts";
import { fakeWorld } from "./fake-world.ts";

/** As the workflow bench, on the server whose clock jumps: it has one clock, so its tests run one after the other. */
export async function skippingBench() {
  Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [] });
  const path = await timeSkippingServerPath();
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: "existing-path", path } },
  });
  await environment.connection.operatorService.addSearchAttributes({
    namespace: "default",
    searchAttributes: Object.fromEntries(
      SEARCH_ATTRIBUTES.map(({ name, type }) => [name, encodeSearchAttributeIndexedValueType(type) ?? 0]),
    ),
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
    pass: (milliseconds: number) => environment.sleep(milliseconds),
    async close() {
      for (const worker of workers) worker.shutdown();
      await running;
      await environment.teardown();
    },
  };
}
