import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Connection } from "@temporalio/client";
import { type Child, startChild } from "../process/child.ts";
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

export interface TemporalServer {
  readonly child: Child;
  readonly address: string;
}

const READY_SECONDS = 30;

/** Starts a real Temporal server (one process, SQLite), for development and tests. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const { path } = await findProgram(TEMPORAL_CLI, options.env, options.say);
  const { port, uiPort, databasePath, logPath } = options;
  if (databasePath) mkdirSync(dirname(databasePath), { recursive: true });
  const ui = uiPort === null ? ["--headless"] : ["--ui-port", String(uiPort), "--ui-disable-news-fetch"];
  const database = databasePath ? ["--db-filename", databasePath] : [];
  const child = await startChild({
    name: "temporal",
    command: path,
    args: [
      "server",
      "start-dev",
      "--ip",
      "127.0.0.1",
      "--port",
      String(port),
      ...ui,
      ...database,
      "--log-level",
      "warn",
    ],
    env: options.env,
    logPath,
  });
  const address = `127.0.0.1:${port}`;
  try {
    await waitUntilReady(child, { check: () => serves(address), logPath, timeoutSeconds: READY_SECONDS });
  } catch (error) {
    await child.stop(1);
    throw error;
  }
  return { child, address };
}

/** Whether a Temporal server answers there and says that it serves. */
export async function serves(address: string): Promise<boolean> {
  const connection = await Connection.connect({ address, connectTimeout: 2000 });
  try {
    const { status } = await connection.healthService.check({
      service: "temporal.api.workflowservice.v1.WorkflowService",
    });
    return status === 1; // SERVING
  } finally {
    await connection.close();
  }
}
