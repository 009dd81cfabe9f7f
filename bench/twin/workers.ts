import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client, Connection } from "@temporalio/client";
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime } from "@temporalio/worker";
import type { Activities } from "../../activities/index.ts";
import { testTemporal } from "../../tests/support/temporal.ts";
import { createQueueWorkers } from "../../worker/run-queues.ts";
import { filler, type TwinActivities } from "./workflows.ts";

const LOGGER = new DefaultLogger("ERROR");
const TWIN_WORKFLOWS = fileURLToPath(new URL("workflows.ts", import.meta.url));

/** Before the first workers of a process, and again only when all of them have ended. */
export const quietRuntime = () => Runtime.install({ logger: LOGGER, shutdownSignals: [] });

export interface RunningWorkers {
  readonly client: Client;
  stop(): Promise<void>;
}

/** Workers as the product runs them, on every queue, in a namespace of their own. */
export async function runWorkers(
  label: string,
  workflowBundle: { readonly codePath: string },
  activities: Activities,
): Promise<RunningWorkers> {
  const temporal = await testTemporal();
  const namespace = await temporal.namespace(label);
  const native = await NativeConnection.connect({ address: temporal.address });
  const connection = await Connection.connect({ address: temporal.address });
  const options = { connection: native, namespace, workflowBundle, taskQueues: null, stickySeconds: 5 };
  const workers = await createQueueWorkers({ ...options, activities });
  const running = Promise.all(workers.map((worker) => worker.run()));
  return {
    client: new Client({ connection, namespace }),
    async stop() {
      for (const worker of workers) worker.shutdown();
      await running;
      await connection.close();
      await native.close();
    },
  };
}

export async function runTwinWorkers(label: string): Promise<RunningWorkers> {
  const folder = mkdtempSync(join(tmpdir(), "orchestrator-twin-"));
  const codePath = join(folder, "workflows.js");
  const { code } = await bundleWorkflowCode({ workflowsPath: TWIN_WORKFLOWS, logger: LOGGER });
  await writeFile(codePath, code);
  const workers = await runWorkers(label, { codePath }, asActivities(TWIN_ACTIVITIES));
  return { ...workers, stop: () => workers.stop().finally(() => rmSync(folder, { recursive: true })) };
}

const TWIN_ACTIVITIES: TwinActivities = { nothing: async (resultBytes) => filler(resultBytes) };

/** The twins' workflows call nothing but what is in here. */
const asActivities = (activities: TwinActivities): Activities => activities as unknown as Activities;
