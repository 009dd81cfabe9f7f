import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Run as this user and group; only root may. */
  readonly as?: { readonly uid: number; readonly gid: number };
  /** Everything the process prints is appended here. */
  readonly logPath: string;
  /** The signal that asks it to stop in order; SIGTERM unless told. */
  readonly stopSignal?: NodeJS.Signals;
}

/** How a process ended. */
export interface Ending {
  readonly succeeded: boolean;
  /** For people: "was killed by SIGKILL", "ended with exit code 1". */
  readonly words: string;
}

export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly exited: Promise<Ending>;
  /** Null while it runs. */
  ending(): Ending | null;
  kill(signal: NodeJS.Signals): void;
  /** Asks it to stop, insists after some seconds, and resolves when it is gone. */
  stop(patienceSeconds?: number): Promise<void>;
}

/**
 * Starts a process in a group of its own (a Ctrl-C in the terminal reaches only us, and we stop the others in order),
 * printing into a file, so that nothing breaks when we die before it does.
 */
export async function startChild(spec: ChildSpec): Promise<Child> {
  mkdirSync(dirname(spec.logPath), { recursive: true });
  const log = openSync(spec.logPath, "a");
  const child = spawn(spec.command, [...spec.args], {
    env: spec.env,
    detached: true,
    stdio: ["ignore", log, log],
    ...(spec.cwd && { cwd: spec.cwd }),
    ...(spec.as && spec.as),
  });
  closeSync(log);
  const pid = await pidOf(child, spec);
  let ending: Ending | null = null;
  const exited = new Promise<Ending>((resolve) => {
    child.once("exit", (code, signal) => {
      ending = { succeeded: code === 0, words: signal ? `was killed by ${signal}` : `ended with exit code ${code}` };
      resolve(ending);
    });
  });
  const kill = (signal: NodeJS.Signals) => void child.kill(signal);
  const stop = async (patienceSeconds = 10) => {
    if (ending) return;
    kill(spec.stopSignal ?? "SIGTERM");
    const insist = setTimeout(() => kill("SIGKILL"), patienceSeconds * 1000);
    await exited;
    clearTimeout(insist);
  };
  return { name: spec.name, pid, exited, ending: () => ending, kill, stop };
}

function pidOf(child: ChildProcess, { name, command }: ChildSpec): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`${name} could not be started (${command}): ${error.message}`)));
    child.once("spawn", () => resolve(child.pid ?? -1));
  });
}

/** The end of what a process printed, for the message when it did not start. */
export function lastLines(logPath: string, count = 15): string {
  try {
    return readFileSync(logPath, "utf8").trimEnd().split("\n").slice(-count).join("\n");
  } catch {
    return "(it printed nothing)";
  }
}
