import { join } from "node:path";
import { lastLines, startChild } from "../process/child.ts";
import type { Service } from "../process/service.ts";
import { waitUntilReady } from "../process/wait-until-ready.ts";
import { PROJECT_ROOT } from "../project-root.ts";

const READY_SECONDS = 60;
/** What a process compiled, the next one need not: they start in half the time. */
const COMPILED = { NODE_COMPILE_CACHE: join(PROJECT_ROOT, "node_modules", ".cache", "compiled") };

export interface NodeServiceOptions {
  readonly name: string;
  /** Relative to the project's root. */
  readonly file: string;
  readonly url: string;
  /** Answers 200 when the process can do its work. */
  readonly readyUrl: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logPath: string;
}

/** One of our own programs, run as it is. */
export const nodeService = ({ name, file, url, readyUrl, env, logPath }: NodeServiceOptions): Service => ({
  name,
  url,
  spawn: () =>
    startChild({
      name,
      command: process.execPath,
      args: [file],
      cwd: PROJECT_ROOT,
      env: { ...COMPILED, ...env },
      logPath,
    }),
  untilReady: (child) =>
    waitUntilReady(child, { check: () => answersOk(readyUrl), logPath, timeoutSeconds: READY_SECONDS }),
});

/** Runs one of our own programs to its end. @throws Error with the end of its log when it fails */
export async function runToEnd(name: string, file: string, env: NodeJS.ProcessEnv, logPath: string): Promise<void> {
  const child = await startChild({ name, command: process.execPath, args: [file], cwd: PROJECT_ROOT, env, logPath });
  const ending = await child.exited;
  if (!ending.succeeded) throw new Error(`${name} ${ending.words}:\n${lastLines(logPath)}`);
}

const answersOk = async (url: string): Promise<boolean> =>
  (await fetch(url, { signal: AbortSignal.timeout(3_000) })).ok;
