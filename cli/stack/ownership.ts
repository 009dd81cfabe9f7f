import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { birthOf, isAlive } from "../process/identity.ts";
import type { DataFolder } from "./data-folder.ts";
import { readStackFile, type StackProcess } from "./stack-file.ts";

interface Owner {
  readonly pid: number;
  readonly birth: string;
}

const PATIENCE_MS = 4_000;

/**
 * Makes this process the only one that runs a stack on the data directory; the returned function gives it back.
 * @throws Error when a living process has it
 */
export function takeOwnership(folder: DataFolder): () => void {
  const me: Owner = { pid: process.pid, birth: birthOf(process.pid) ?? "" };
  for (;;) {
    try {
      writeFileSync(folder.lock, JSON.stringify(me), { flag: "wx" });
      return () => rmSync(folder.lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = readOwner(folder.lock);
    if (owner && isAlive(owner)) {
      throw new Error(
        `${folder.path} is in use by another stack (process ${owner.pid}): stop it, or name another folder in DATA_DIR`,
      );
    }
    rmSync(folder.lock, { force: true }); // left by a supervisor that was killed
  }
}

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Owner;
  } catch {
    return null;
  }
}

/** Ends what a supervisor that was killed has left running, newest first, and returns the names. */
export async function endLeftovers(folder: DataFolder): Promise<readonly string[]> {
  const left = readStackFile(folder.stackFile).filter(isAlive).reverse();
  for (const one of left) send(one, one.name === "postgres" ? "SIGINT" : "SIGTERM");
  await Promise.all(left.map(untilGone));
  rmSync(folder.stackFile, { force: true });
  return left.map(({ name }) => name);
}

/** @throws Error that names a process which even SIGKILL does not end */
async function untilGone(one: StackProcess): Promise<void> {
  const startedAt = Date.now();
  while (isAlive(one)) {
    const waitedMs = Date.now() - startedAt;
    if (waitedMs > 3 * PATIENCE_MS) throw new Error(`${one.name} (process ${one.pid}) of an earlier run does not end`);
    if (waitedMs > PATIENCE_MS) send(one, "SIGKILL");
    await delay(50);
  }
}

/** One that ended a moment ago needs no signal. */
function send({ pid }: StackProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
