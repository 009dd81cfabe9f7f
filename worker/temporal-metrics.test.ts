import { expect, test } from "@jest/globals";
import { DefaultLogger, NativeConnection, Runtime } from "@temporalio/worker";
import { freePort } from "../cli/process/ports.ts";
import { readProjectFile } from "../tests/conventions/project-files.ts";
import { testTemporal } from "../tests/support/temporal.ts";
import { until } from "../tests/support/until.ts";
import { fakeWorld } from "../tests/support/workflows/fake-world.ts";
import { workflowBundle } from "./build-bundle.ts";
import { createQueueWorkers } from "./run-queues.ts";

test("a worker serves every metric of the Temporal SDK that the dashboard and the alerts ask for", async () => {
  const port = await freePort();
  const telemetryOptions = { metrics: { prometheus: { bindAddress: `127.0.0.1:${port}` } } };
  Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [], telemetryOptions });
  const temporal = await testTemporal();
  const namespace = await temporal.namespace("temporal-metrics");
  const connection = await NativeConnection.connect({ address: temporal.address });
  const bundle = await workflowBundle();
  const options = { connection, namespace, workflowBundle: bundle, taskQueues: ["payments"], stickySeconds: 5 };
  const workers = await createQueueWorkers({ ...options, activities: fakeWorld().activities });
  const running = Promise.all(workers.map((worker) => worker.run()));
  const files = ["docs/operations/grafana-dashboard.json", "docs/operations/alerts.yml"].map(readProjectFile);
  const asked = [...new Set(files.flatMap((text) => text.match(/\btemporal_\w+/g) ?? []))];
  expect(asked.length).toBeGreaterThan(0);
  await until("they are served", async () => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    return asked.every((name) => text.includes(`\n${name}{`));
  });
  for (const worker of workers) worker.shutdown();
  await running;
  await connection.close();
}, 60_000);
