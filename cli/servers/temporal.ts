import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { startChild } from "../process/child.ts";
import type { Service } from "../process/service.ts";
import { waitUntilReady } from "../process/wait-until-ready.ts";
import { findProgram, type Say } from "./program.ts";
import { TEMPORAL_CLI } from "./temporal-program.ts";

export interface TemporalOptions {
  readonly port: number;
  /** Null: no Web UI. */
  readonly uiPort: number | null;
  /** Null: everything is kept in memory. */
  readonly databasePath: string | null;
  readonly logPath: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: Say;
}

const READY_SECONDS = 30;

/** A real Temporal server (one process, SQLite), for development and tests. Its URL is `host:port`. */
export async function temporalService(options: TemporalOptions): Promise<Service> {
  const { path } = await findProgram(TEMPORAL_CLI, options.env, options.say);
  const { port, uiPort, databasePath, logPath, env } = options;
  const ui = uiPort === null ? ["--headless"] : ["--ui-port", String(uiPort), "--ui-disable-news-fetch"];
  const database = databasePath ? ["--db-filename", databasePath] : [];
  const place = ["--ip", "127.0.0.1", "--port", String(port), ...ui, ...database];
  const address = `127.0.0.1:${port}`;
  return {
    name: "temporal",
    url: address,
    spawn() {
      if (databasePath) mkdirSync(dirname(databasePath), { recursive: true });
      const args = ["server", "start-dev", ...place, "--log-level", "warn"];
      return startChild({ name: "temporal", command: path, args, env, logPath });
    },
    untilReady: (child) =>
      waitUntilReady(child, { check: () => serves(path, address), logPath, timeoutSeconds: READY_SECONDS }),
  };
}

/** Whether a Temporal server answers there and says that it serves. The user's own settings must not reach it. */
async function serves(program: string, address: string): Promise<boolean> {
  const args = ["operator", "cluster", "health", "--address", address, "--command-timeout", "2s"];
  const { stdout } = await promisify(execFile)(program, args, { env: {} });
  return stdout.includes("SERVING");
}
