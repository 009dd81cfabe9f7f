import { connect } from "node:net";
import { startChild } from "../process/child.ts";
import type { Service } from "../process/service.ts";
import { waitUntilReady } from "../process/wait-until-ready.ts";
import { findProgram, type Say } from "./program.ts";
import { REDIS_SERVER } from "./redis-program.ts";

export interface RedisOptions {
  readonly port: number;
  readonly logPath: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: Say;
}

/** A Redis without a file: what it holds (rate limits, provider budgets) may be lost at any time. */
export async function redisService({ port, logPath, env, say }: RedisOptions): Promise<Service> {
  const { path } = await findProgram(REDIS_SERVER, env, say);
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  return {
    name: "redis",
    url: `redis://127.0.0.1:${port}`,
    spawn: () => startChild({ name: "redis", command: path, args, env, logPath }),
    untilReady: (child) => waitUntilReady(child, { check: () => answersPing(port), logPath, timeoutSeconds: 15 }),
  };
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
