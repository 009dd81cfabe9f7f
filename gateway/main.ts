import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { serve } from "@hono/node-server";
import { Redis } from "ioredis";
import { parseKeyRing } from "../activities/stellar/key-ring.ts";
import { openDatabase } from "../prisma/client.ts";
import { applyMigrations } from "../prisma/migrate.ts";
import { isTracingOn } from "../tracing/settings.ts";
import { createApp } from "./app.ts";
import { ConfigError, type GatewayConfig, parseConfig } from "./config.ts";
import { isDatabaseAway } from "./database-errors.ts";
import type { GatewayDeps } from "./deps.ts";
import { createEventFeed } from "./events/event-feed.ts";
import { createStreamSlots } from "./events/stream-slots.ts";
import { createHorizon } from "./horizon.ts";
import { createLog } from "./log.ts";
import { objectionToMode } from "./payment-mode.ts";
import { createProviderPing } from "./provider-ping.ts";
import { createRateLimits } from "./rate-limits.ts";
import { runRelay } from "./relay.ts";
import { createTemporal } from "./temporal.ts";
import { runDeliveryRelay } from "./webhooks/relay-deliveries.ts";

/** A Redis that hangs must not hang requests: after this it counts as away. */
const REDIS_MS = 1_000;
const DRAIN_MS = 15_000;
const PAUSE_MS = 500;
const MODE_PAUSE_MS = 3_000;
/** Longer than clients and proxies keep an idle connection: else we may close one in the moment they send on it. */
const KEEP_ALIVE_MS = 75_000;

if (existsSync(".env")) process.loadEnvFile(".env");
const config = readConfig();
const log = createLog(config.logLevel);
await migrateWhenPossible();

const db = openDatabase(config.databaseUrl, { connectionsMax: 20 });
const redis = new Redis(config.redisUrl, {
  lazyConnect: true,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: REDIS_MS,
});
redis.on("error", () => {}); // away: readiness says so, and the client connects again by itself
redis.connect().catch(() => {});
const tracing = isTracingOn(process.env) ? (await import("./tracing/open-tracing.ts")).openGatewayTracing(log) : null;
const temporal = createTemporal({ ...config.temporal, interceptors: tracing ? [tracing.aroundCommands] : [] });
const { horizonUrl, rpcUrls, usdc } = config.stellar;
const horizon = horizonUrl
  ? createHorizon(horizonUrl, usdc)
  : (await import("./chain-by-rpc.ts")).createChainByRpc(rpcUrls, usdc); // its codec is loaded only where it is needed
const trustlessWork = config.trustlessApiUrl === null ? null : createProviderPing(config.trustlessApiUrl);
const airtm = config.airtm === null ? null : createProviderPing(config.airtm.apiUrl);
const feed = createEventFeed({ db, listenUrl: config.directUrl, log });
const { secretKey } = config.webhooks;
const deps: GatewayDeps = {
  config,
  db,
  temporal,
  horizon,
  trustlessWork,
  airtm,
  redis,
  rateLimits: createRateLimits(redis, config.rateLimits),
  feed,
  streamSlots: createStreamSlots(config.events.streamsPerKeyMax),
  webhookKeys: secretKey === null ? null : parseKeyRing(secretKey),
  log,
  now: () => new Date(),
  tracing,
};

await agreeWithWorkers();

const stopping = new AbortController();
const relay = Promise.all([runRelay(deps, stopping.signal), runDeliveryRelay(deps, stopping.signal)]);
const listener = { fetch: createApp(deps).fetch, hostname: config.host, port: config.port };
const serverOptions = { keepAliveTimeout: KEEP_ALIVE_MS };
const server = serve({ ...listener, serverOptions }, ({ port }) => log.info({ port }, "the gateway listens"));
server.on("error", (error) => {
  log.fatal({ err: error }, "the gateway cannot listen");
  process.exit(1);
});
process.once("SIGTERM", stop);
process.once("SIGINT", stop);

/** Takes no new requests, lets the running ones end, and leaves. A command that outlives this goes on without us. */
async function stop(): Promise<void> {
  stopping.abort();
  feed.close(); // its streams' clients go on elsewhere, where they stopped
  setTimeout(() => process.exit(0), DRAIN_MS).unref();
  await new Promise((resolve) => server.close(resolve));
  await relay;
  redis.disconnect();
  await Promise.allSettled([temporal.close(), db.close(), tracing?.close()]);
  process.exit(0);
}

function readConfig(): GatewayConfig {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`gateway: ${error.message}\n`);
    process.exit(1);
  }
}

/** Where workers move money another way, nothing is served: it would be believed. They may be about to change with us. */
async function agreeWithWorkers(): Promise<void> {
  for (;;) {
    const objection = await objectionToMode(deps).catch((error: unknown) => {
      if (!isDatabaseAway(error)) throw error;
      return "waiting for the database";
    });
    if (objection === null) return;
    log.error(`the gateway does not listen yet: ${objection}`);
    await delay(MODE_PAUSE_MS);
  }
}

/** A database that is away is waited for; a migration that fails stops the start. */
async function migrateWhenPossible(): Promise<void> {
  for (;;) {
    try {
      const applied = await applyMigrations(config.directUrl);
      if (applied.length > 0) log.info({ applied }, "migrations applied");
      return;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      log.warn("waiting for the database");
      await delay(PAUSE_MS);
    }
  }
}
