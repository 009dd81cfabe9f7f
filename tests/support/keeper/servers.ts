import { join } from "node:path";
import { freePort } from "../../../cli/process/ports.ts";
import { type Service, startService } from "../../../cli/process/service.ts";
import { ensureDatabase } from "../../../cli/servers/ensure-database.ts";
import { postgresService } from "../../../cli/servers/postgres.ts";
import { findProgram } from "../../../cli/servers/program.ts";
import { redisService } from "../../../cli/servers/redis.ts";
import { temporalService } from "../../../cli/servers/temporal.ts";
import { TEMPORAL_TEST_SERVER } from "../../../cli/servers/temporal-program.ts";
import { applyMigrations } from "../../../prisma/migrate.ts";
import { setUpTestNamespace } from "./test-namespace.ts";

export interface KeptServers {
  readonly postgres: {
    readonly adminUrl: string;
    /** The database that is cloned, with every migration applied. */
    readonly template: string;
    /** It was started for this run, and goes with it. */
    readonly isOwn: boolean;
  };
  readonly redis: { readonly url: string };
  readonly temporal: { readonly address: string };
  readonly timeSkipping: { readonly path: string };
}

type Stoppable = { stop(patienceSeconds?: number): Promise<void> };

const TEMPLATE = "migrated_template";
const say = (line: string) => void process.stderr.write(`${line}\n`);

/** Each server is started once, when it is first asked for. */
export function createServers(folder: string, env: NodeJS.ProcessEnv) {
  const running: Stoppable[] = [];
  const asked = new Map<string, Promise<unknown>>();
  const starters: { [Name in keyof KeptServers]: () => Promise<KeptServers[Name]> } = {
    postgres: async () => {
      const given = env.TEST_DATABASE_URL;
      const adminUrl = given ?? (await ownPostgres());
      await ensureDatabase(adminUrl, TEMPLATE);
      await applyMigrations(withDatabase(adminUrl, TEMPLATE));
      return { adminUrl, template: TEMPLATE, isOwn: given === undefined };
    },
    redis: async () => ({ url: env.TEST_REDIS_URL ?? (await ownRedis()) }),
    temporal: async () => {
      const address = env.TEST_TEMPORAL_ADDRESS ?? (await ownTemporal());
      await setUpTestNamespace(address, "default");
      return { address };
    },
    timeSkipping: async () => ({ path: (await findProgram(TEMPORAL_TEST_SERVER, env, say)).path }),
  };

  const start = async (service: Service) => {
    running.push(await startService(service));
    return service.url;
  };
  const ownPostgres = async () => {
    const logPath = join(folder, "postgres.log");
    const place = { dataDir: join(folder, "postgres"), port: await freePort(), logPath };
    return start(postgresService({ ...place, durable: false, env, say }));
  };
  const ownRedis = async () =>
    start(await redisService({ port: await freePort(), logPath: join(folder, "redis.log"), env, say }));
  const ownTemporal = async () => {
    const logPath = join(folder, "temporal.log");
    const place = { port: await freePort(), uiPort: null, databasePath: null, logPath };
    return start(await temporalService({ ...place, env, say }));
  };

  const isKnown = (name: string): name is keyof KeptServers => name in starters;
  return {
    get(name: string): Promise<unknown> {
      if (!isKnown(name)) throw new Error(`no test server is called ${name}`);
      const answer = asked.get(name) ?? starters[name]();
      asked.set(name, answer);
      return answer;
    },
    async stop(): Promise<void> {
      await Promise.allSettled(asked.values());
      await Promise.all(running.map((server) => server.stop(5)));
    },
  };
}

const withDatabase = (adminUrl: string, name: string): string => {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
};
