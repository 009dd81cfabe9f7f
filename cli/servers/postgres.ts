import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { startChild } from "../process/child.ts";
import type { Service } from "../process/service.ts";
import { waitUntilReady } from "../process/wait-until-ready.ts";
import { findPostgresPrograms, type PostgresPrograms } from "./postgres-programs.ts";
import type { Say } from "./program.ts";

export interface PostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly logPath: string;
  /** False only for tests, whose data nobody keeps: a power cut may lose what was committed, and nothing is vacuumed. */
  readonly durable: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly say: Say;
}

const NOBODY = { uid: 65534, gid: 65534 } as const;
const NOT_DURABLE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"];
const READY_SECONDS = 30;

export const databaseUrl = (port: number, name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`;

/** A real Postgres on a data directory, which is made when it is not there. Its URL names the database `postgres`. */
export function postgresService(options: PostgresOptions): Service {
  const { dataDir, port, logPath } = options;
  const asNobody = process.getuid?.() === 0;
  const programs = findPostgresPrograms(asNobody, options.env);
  options.say(`postgres: ${programs.source}`);
  const url = databaseUrl(port, "postgres");
  return {
    name: "postgres",
    url,
    async spawn() {
      const place = prepareDataDir(dataDir, asNobody);
      if (!existsSync(join(dataDir, "PG_VERSION"))) initialise(programs, place, options);
      return startChild({
        name: "postgres",
        command: programs.postgres,
        args: ["-D", place.path, "-p", String(port), ...settingsFor(options).flatMap((setting) => ["-c", setting])],
        env: plainEnvironment(options.env),
        cwd: dataDir,
        logPath,
        stopSignal: "SIGINT", // "fast": open sessions are ended
        ...(place.as && { as: place.as }),
      });
    },
    untilReady: (child) =>
      waitUntilReady(child, { check: () => answersSql(url), logPath, timeoutSeconds: READY_SECONDS }),
  };
}

const settingsFor = ({ durable }: PostgresOptions): readonly string[] => [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=200",
  ...(durable ? [] : NOT_DURABLE),
];

interface Place {
  readonly path: string;
  readonly as?: typeof NOBODY;
}

/**
 * For root the directory belongs to nobody. Nobody may be unable to walk to it (a clone below /root), but a process
 * that is started inside it can name it as its own working directory; so nothing above it has to be opened to others.
 */
function prepareDataDir(dataDir: string, asNobody: boolean): Place {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!asNobody) return { path: dataDir };
  if (process.platform !== "linux") throw new Error("Postgres does not run as root: run this as an ordinary user.");
  chownSync(dataDir, NOBODY.uid, NOBODY.gid);
  return { path: "/proc/self/cwd", as: NOBODY };
}

function initialise({ initdb }: PostgresPrograms, place: Place, { dataDir, durable, env }: PostgresOptions): void {
  for (const leftover of readdirSync(dataDir)) rmSync(join(dataDir, leftover), { recursive: true });
  const args = ["-D", place.path, "-U", "postgres", "-A", "trust", "--locale=C.UTF-8", "-E", "UTF8"];
  if (!durable) args.push("--no-sync");
  try {
    execFileSync(initdb, args, {
      cwd: dataDir,
      env: plainEnvironment(env),
      stdio: ["ignore", "pipe", "pipe"],
      ...(place.as && place.as),
    });
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    throw new Error(`initdb failed in ${dataDir}: ${stderr?.toString().trim() ?? String(error)}`);
  }
}

/** Nothing of the user's settings for Postgres clients (PGHOST, PGDATA …) may reach our server. */
const plainEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  PATH: env.PATH,
  TZ: "UTC",
  LC_ALL: "C.UTF-8",
});

async function answersSql(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } finally {
    await client.end();
  }
}
