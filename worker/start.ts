import { setTimeout as delay } from "node:timers/promises";
import { Client } from "@temporalio/client";
import { NativeConnection, type Worker } from "@temporalio/worker";
import type { Logger } from "pino";
import { type Activities, createActivities } from "../activities/index.ts";
import { beginDeposits } from "../activities/stellar/follow-deposits.ts";
import { wantsRescan } from "../activities/storage/deposits.ts";
import { claimPaymentProvider } from "../activities/storage/payment-mode.ts";
import { claimFence, whoHolds } from "../activities/storage/signing-fence.ts";
import { applyMigrations } from "../prisma/migrate.ts";
import { temporalSettings } from "../temporal/connect.ts";
import { followDepositsWorkflowId } from "../workflows/contracts/deposits.ts";
import { workflowBundle } from "./build-bundle.ts";
import type { WorkerConfig } from "./config.ts";
import { createDeps, type WorkerDeps } from "./create-deps.ts";
import { ensureReconciliation, ensureSweep } from "./ensure-schedule.ts";
import { type Health, serveHealth } from "./health.ts";
import { openPlatform, rescanAfterUpgrade } from "./open-platform.ts";
import { createQueueWorkers, type WorkerTracing } from "./run-queues.ts";
import { watchNetwork } from "./watch-network.ts";

export interface StartOptions {
  readonly config: WorkerConfig;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  /** null where it is off. */
  readonly tracing?: WorkerTracing | null;
  /** Lets a test stand between Temporal and the activities; the product changes nothing here. */
  readonly aroundActivities?: (activities: Activities, deps: WorkerDeps) => Activities;
}

export interface RunningWorker {
  /** Ends when every queue has drained. */
  readonly done: Promise<void>;
  stop(): void;
}

/** Brings the worker up: database, network, queues, then the platform's own wallets and the follower of deposits. */
export async function startWorker(options: StartOptions): Promise<RunningWorker> {
  const { config, env, log, aroundActivities, tracing } = options;
  let health: Health = { ready: false, detail: "starting" };
  const deps = createDeps(config, log, tracing?.onChainStep);
  const server = await serveHealth(
    config.health,
    () => health,
    () => deps.metrics.text(deps.budgets),
  );
  await applyMigrations(config.databaseUrl);
  await claimPaymentProvider(deps.db, deps.provider.name);
  await untilOnExpectedNetwork(deps, (detail) => {
    health = { ready: false, detail };
  });
  await beginDeposits(deps, followDepositsWorkflowId(config.network));
  const fence = await claimFence(deps.db, config.deploymentId);
  const isFenced = fence.holder !== fence.own;
  if (isFenced) log.error({ holder: fence.holder, own: fence.own }, "another deployment signs: this one refuses to");
  const { connectionOptions, namespace } = temporalSettings(env);
  const connection = await NativeConnection.connect(connectionOptions);
  const client = new Client({ connection, namespace });
  const activities = createActivities(deps);
  const workers = await createQueueWorkers({
    connection,
    namespace,
    activities: aroundActivities ? aroundActivities(activities, deps) : activities,
    workflowBundle: await workflowBundle({ traced: Boolean(tracing) }),
    taskQueues: config.taskQueues,
    stickySeconds: config.stickySeconds,
    activityInterceptors: [...(tracing ? [tracing.aroundActivities] : []), deps.metrics.intercept],
    ...(tracing && { sinks: tracing.sinks }),
  });
  const watch = watchNetwork(deps, config.network);
  const done = runAll(workers).finally(async () => {
    await watch.stop();
    await connection.close();
    await deps.close();
    await tracing?.close();
    server.close();
  });
  await openPlatform(client, config.network, deps.provider.platformWallets);
  if (await wantsRescan(deps.db, followDepositsWorkflowId(config.network)))
    await rescanAfterUpgrade(client, config.network);
  await ensureReconciliation(client, config.network, config.reconciliationEnabled);
  await ensureSweep(client, config.network, config.chain.refill !== null);
  health = { ready: true, detail: isFenced ? `polling; refuses to sign: ${whoHolds(fence)}` : "polling" };
  return { done, stop: () => stopAll(workers) };
}

async function runAll(workers: readonly Worker[]): Promise<void> {
  await Promise.all(workers.map((worker) => worker.run()));
}

function stopAll(workers: readonly Worker[]): void {
  for (const worker of workers) if (worker.getState() === "RUNNING") worker.shutdown();
}

/** Signing for the wrong network would be refused by the right one; so nothing is signed before the network is known. */
async function untilOnExpectedNetwork(
  { stellar, settings, log }: WorkerDeps,
  waiting: (detail: string) => void,
): Promise<void> {
  for (;;) {
    const passphrase = await stellar.passphrase().catch((error: Error) => {
      waiting(`waiting for a Stellar node: ${error.message}`);
      log.warn({ reason: error.message }, "no Stellar node answers");
      return null;
    });
    if (passphrase === settings.networkPassphrase) return;
    if (passphrase !== null)
      throw new Error(`the Stellar node is on "${passphrase}", not on "${settings.networkPassphrase}"`);
    await delay(1_000);
  }
}
