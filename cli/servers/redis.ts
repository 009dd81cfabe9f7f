import { mkdirSync } from "node:fs";
import { connect } from "node:net";
import { dirname } from "node:path";
import { type Child, startChild } from "../process/child.ts";
import { waitUntilReady } from "../process/wait-until-ready.ts";
import { findProgram, type Say } from "./program.ts";
import { REDIS_SERVER } from "./redis-program.ts";

export interface RedisOptions {
  readonly port: number;
  readonly logPath: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: Say;
}

export interface RedisServer {
  readonly child: Child;
  readonly url: string;
}

/** Starts a Redis without a file: what it holds (rate limits, provider budgets) may be lost at any time. */
export async function startRedis({ port, logPath, env, say }: RedisOptions): Promise<RedisServer> {
  const { path } = await findProgram(REDIS_SERVER, env, say);
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  mkdirSync(dirname(logPath), { recursive: true });
  const child = await startChild({ name: "redis", command: path, args, env, logPath, cwd: dirname(logPath) });
  try {
    await waitUntilReady(child, { check: () => answersPing(port), logPath, timeoutSeconds: 15 });
  } catch (error) {
    await child.stop(1);
    throw error;
  }
  return { child, url: `redis://127.0.0.1:${port}` };
}

const answersPing = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1" }, () => socket.write("PING\r\n"));
    socket.once("data", (data) => {
      socket.destroy();
      resolve(data.toString().startsWith("+PONG"));
    });
    socket.once("error", reject);
    socket.setTimeout(1000, () => socket.destroy(new Error("no answer")));
  });
