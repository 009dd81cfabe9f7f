import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "./child.ts";
import type { Service } from "./service.ts";

const logPath = join(tmpdir(), `orchestrator-service-test-${process.pid}.log`);

/** A process that only lives (and, when told so, ends by itself); for tests of those who look after processes. */
export const idleService = (script = "setInterval(() => {}, 1000)"): Service => ({
  name: "idle",
  url: "http://127.0.0.1:1",
  spawn: () =>
    startChild({
      name: "idle",
      command: process.execPath,
      args: ["-e", script],
      env: { PATH: process.env.PATH },
      logPath,
    }),
  untilReady: async (child) => {
    if (child.ending()) throw new Error("it ended");
  },
});

/** Asks until it is so. @throws Error when it is not so in time */
export async function eventually(isSo: () => boolean, seconds = 5): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`not so after ${seconds} s: ${isSo}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
