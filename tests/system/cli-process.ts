import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../cli/process/ports.ts";
import { PROJECT_ROOT } from "../../cli/project-root.ts";
import { PORTS } from "../../cli/stack/ports.ts";
import type { StackProcess } from "../../cli/stack/stack-file.ts";

/** A data directory, and free ports set as a user sets them: nothing here meets a stack that runs already. */
export interface CliPlace {
  readonly dataDir: string;
  readonly env: Record<string, string | undefined>;
  remove(): void;
}

export async function cliPlace(): Promise<CliPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), "orchestrator-cli-"));
  const { PATH, HOME, XDG_CACHE_HOME } = process.env;
  const ports = await Promise.all(
    Object.values(PORTS).map(async ({ variable }) => [variable, String(await freePort())]),
  );
  return {
    dataDir,
    env: { PATH, HOME, XDG_CACHE_HOME, DATA_DIR: dataDir, SANDBOX_LEDGER_MS: "100", ...Object.fromEntries(ports) },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

export interface CliRun {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  stdout(): string;
  stderr(): string;
  /** Resolves when stdout holds the text. @throws Error when the process ends first */
  untilPrinted(text: string): Promise<void>;
}

/** `npm run <command>`, without npm. */
export function runCli(command: string, args: readonly string[], { env }: CliPlace): CliRun {
  const child = spawn(process.execPath, ["cli/launch.mjs", command, ...args], { cwd: PROJECT_ROOT, env });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => (stdout += data));
  child.stderr.on("data", (data) => (stderr += data));
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    child,
    ended,
    stdout: () => stdout,
    stderr: () => stderr,
    async untilPrinted(text) {
      const failed = ended.then((code) => {
        throw new Error(`${command} ended with ${code} before it printed ${text}:\n${stdout}\n${stderr}`);
      });
      const printed = new Promise<void>((resolve) => {
        const look = () => stdout.includes(text) && resolve();
        child.stdout.on("data", look);
        look();
      });
      await Promise.race([printed, failed]);
    },
  };
}

export const processesOf = ({ dataDir }: CliPlace): readonly StackProcess[] =>
  JSON.parse(readFileSync(join(dataDir, "stack.json"), "utf8")).processes;
