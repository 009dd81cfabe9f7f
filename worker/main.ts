import { DefaultLogger, Runtime } from "@temporalio/worker";
import pino from "pino";
import { isTracingOn } from "../tracing/settings.ts";
import { readConfig, type WorkerConfig } from "./config.ts";
import { startWorker } from "./start.ts";

const config = readConfigOrExit();
const log = pino({ name: "worker", level: config.logLevel });
Runtime.install({
  logger: new DefaultLogger("WARN", ({ level, message, meta }) => log.warn({ level, ...meta }, message)),
  shutdownSignals: [],
  ...(config.temporalMetricsAddress && {
    telemetryOptions: { metrics: { prometheus: { bindAddress: config.temporalMetricsAddress } } },
  }),
});

try {
  const tracing = isTracingOn(process.env) ? (await import("./tracing/open-tracing.ts")).openWorkerTracing(log) : null;
  const worker = await startWorker({ config, env: process.env, log, tracing });
  log.info("worker is polling");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => worker.stop());
  await worker.done;
} catch (error) {
  log.fatal({ reason: error instanceof Error ? error.message : String(error) }, "worker ends");
  process.exitCode = 1;
}
process.exit();

function readConfigOrExit(): WorkerConfig {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
