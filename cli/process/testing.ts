import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "./child.ts";
import type { Service } from "./service.ts";
import { waitUntilReady } from "./wait-until-ready.ts";

/** A process that only lives, after the given statements; for tests of those who look after processes. */
export function idleService(statements = ""): Service {
  const logPath = join(tmpdir(), `orchestrator-idle-${randomUUID()}.log`);
  const script = `${statements}; setInterval(() => {}, 1000); console.log("ready")`;
  const env = { PATH: process.env.PATH };
  return {
    name: "idle",
    url: "http://127.0.0.1:1",
    async spawn() {
      const child = await startChild({ name: "idle", command: process.execPath, args: ["-e", script], env, logPath });
      void child.exited.then(() => rmSync(logPath, { force: true }));
      return child;
    },
    untilReady: (child) =>
      waitUntilReady(child, {
        check: async () => readFileSync(logPath, "utf8").includes("ready"),
        logPath,
        timeoutSeconds: 10,
      }),
  };
}

/** Asks until it is so. @throws Error when it is not so in time */
export async function eventually(isSo: () => boolean, seconds = 5): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`not so after ${seconds} s: ${isSo}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
