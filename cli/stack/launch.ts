import type { Service } from "../process/service.ts";
import { ensureDatabase } from "../servers/ensure-database.ts";
import { databaseUrl, postgresService } from "../servers/postgres.ts";
import type { Say } from "../servers/program.ts";
import { redisService } from "../servers/redis.ts";
import { temporalService } from "../servers/temporal.ts";
import type { DataFolder } from "./data-folder.ts";
import { sandboxEnvironment } from "./environment.ts";
import type { ProcessName } from "./names.ts";
import { nodeService, runToEnd } from "./node-service.ts";
import type { Ports } from "./ports.ts";

/** What the steps of starting need. */
export interface Launch {
  readonly folder: DataFolder;
  readonly ports: Ports;
  readonly env: NodeJS.ProcessEnv;
  readonly durable: boolean;
  readonly say: Say;
  /** Starts a process of the stack under supervision. */
  run(name: ProcessName, service: Service): Promise<void>;
}

const DATABASE = "orchestrator";

/** A migrated database: the user's (`DATABASE_URL`), or one on our own Postgres. Returns its URL. */
export async function launchPostgres(launch: Launch): Promise<string> {
  const { folder, ports, env, durable, say } = launch;
  const url = env.DATABASE_URL ?? databaseUrl(ports.postgres, DATABASE);
  if (env.DATABASE_URL) say("postgres: from DATABASE_URL");
  else {
    const logPath = folder.log("postgres");
    const place = { dataDir: folder.postgres, port: ports.postgres, logPath };
    const service = postgresService({ ...place, durable, env, say });
    await launch.run("postgres", { ...service, url });
    await ensureDatabase(service.url, DATABASE);
  }
  await runToEnd("migrations", "prisma/apply.ts", { ...env, DATABASE_URL: url }, folder.log("migrations"));
  return url;
}

/** Redis: the user's (`REDIS_URL`), or our own. Returns its URL. */
export async function launchRedis(launch: Launch): Promise<string> {
  const { folder, ports, env, say } = launch;
  if (env.REDIS_URL) {
    say("redis: from REDIS_URL");
    return env.REDIS_URL;
  }
  const service = await redisService({ port: ports.redis, logPath: folder.log("redis"), env, say });
  await launch.run("redis", service);
  return service.url;
}

/** Temporal with our namespace: the user's (`TEMPORAL_ADDRESS`), or our own with its Web UI. Returns its address. */
export async function launchTemporal(launch: Launch): Promise<string> {
  const { folder, ports, env, say } = launch;
  const address = env.TEMPORAL_ADDRESS ?? (await ownTemporal(launch));
  if (env.TEMPORAL_ADDRESS) say("temporal: from TEMPORAL_ADDRESS");
  const settings = { ...env, TEMPORAL_ADDRESS: address };
  await runToEnd("the set-up of Temporal", "temporal/setup.ts", settings, folder.log("temporal-setup"));
  return address;

  async function ownTemporal({ run }: Launch): Promise<string> {
    const place = { port: ports.temporal, uiPort: ports.temporalUi, databasePath: folder.temporalDatabase };
    const service = await temporalService({ ...place, logPath: folder.log("temporal"), env, say });
    await run("temporal", service);
    return service.url;
  }
}

/** The sandbox, our Stellar and our Trustless Work. Returns its URL. */
export async function launchSandbox(launch: Launch): Promise<string> {
  const { folder, ports, env } = launch;
  const url = `http://127.0.0.1:${ports.sandbox}`;
  await launch.run(
    "sandbox",
    nodeService({
      name: "sandbox",
      file: "sandbox/main.ts",
      url,
      readyUrl: `${url}/_sandbox`,
      env: { ...env, ...sandboxEnvironment(ports, folder.sandbox) },
      logPath: folder.log("sandbox"),
    }),
  );
  return url;
}
