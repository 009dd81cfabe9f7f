import { setTimeout as delay } from "node:timers/promises";
import { type Child, lastLines } from "./child.ts";

export interface Readiness {
  /** True when it answers; false or an error when not yet. */
  readonly check: () => Promise<boolean>;
  readonly logPath: string;
  readonly timeoutSeconds: number;
}

const PAUSE_MS = 40;

/** Asks until the process answers. @throws Error with the end of its log when it ends first, or takes too long. */
export async function waitUntilReady(child: Child, readiness: Readiness): Promise<void> {
  const deadline = Date.now() + readiness.timeoutSeconds * 1000;
  for (;;) {
    const ending = child.ending();
    if (ending) throw failure(child, ending.words, readiness);
    if (await readiness.check().catch(() => false)) return;
    if (Date.now() > deadline) throw failure(child, `is not ready after ${readiness.timeoutSeconds} s`, readiness);
    await delay(PAUSE_MS);
  }
}

const failure = (child: Child, what: string, { logPath }: Readiness) =>
  new Error(`${child.name} ${what}. The end of ${logPath}:\n${lastLines(logPath)}`);
