import { DefaultLogger, Runtime } from "@temporalio/worker";
import pino from "pino";
import { readConfig } from "../../worker/config.ts";
import { startWorker } from "../../worker/start.ts";
import type { KillPlan } from "./kill-points.ts";
import { standAtKillPoints } from "./stand-at-kill-points.ts";

// The worker as it is, but for its deaths: KILL_PLAN says at which edge of which step.

const plan = JSON.parse(process.env.KILL_PLAN ?? "{}") as KillPlan;
const config = readConfig(process.env);
const log = pino({ name: "worker", level: config.logLevel });
Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [] });

const worker = await startWorker({
  config,
  env: process.env,
  log,
  aroundActivities: (activities, deps) => standAtKillPoints(activities, deps, plan),
});
await worker.done;
