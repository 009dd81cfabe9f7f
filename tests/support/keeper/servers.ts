import { join } from "node:path";
import { freePort } from "../../../cli/process/ports.ts";
import { ensureDatabase, startPostgres } from "../../../cli/servers/postgres.ts";
import { findProgram } from "../../../cli/servers/program.ts";
import { startRedis } from "../../../cli/servers/redis.ts";
import { startTemporal } from "../../../cli/servers/temporal.ts";
import { TEMPORAL_TEST_SERVER } from "../../../cli/servers/temporal-program.ts";
import { applyMigrations } from "../../../prisma/migrate.ts";
import { setUpTestNamespace } from "./test-namespace.ts";

export interface KeptServers {
  readonly postgres: { readonly adminUrl: string; readonly template: string };
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
      const adminUrl = env.TEST_DATABASE_URL ?? (await ownPostgres());
      await ensureDatabase(adminUrl, TEMPLATE);
      await applyMigrations(withDatabase(adminUrl, TEMPLATE));
      return { adminUrl, template: TEMPLATE };
    },
    redis: async () => ({ url: env.TEST_REDIS_URL ?? (await ownRedis()) }),
    temporal: async () => {
      const address = env.TEST_TEMPORAL_ADDRESS ?? (await ownTemporal());
      await setUpTestNamespace(address, "default");
      return { address };
    },
    timeSkipping: async () => ({ path: (await findProgram(TEMPORAL_TEST_SERVER, env, say)).path }),
  };

  const ownPostgres = async () => {
    const logPath = join(folder, "postgres.log");
    const options = { dataDir: join(folder, "postgres"), port: await freePort(), logPath, durable: false, env, say };
    const { child, adminUrl } = await startPostgres(options);
    running.push(child);
    return adminUrl;
  };
  const ownRedis = async () => {
    const { child, url } = await startRedis({ port: await freePort(), logPath: join(folder, "redis.log"), env, say });
    running.push(child);
    return url;
  };
  const ownTemporal = async () => {
    const port = await freePort();
    const logPath = join(folder, "temporal.log");
    const { child, address } = await startTemporal({ port, uiPort: null, databasePath: null, logPath, env, say });
    running.push(child);
    return address;
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
