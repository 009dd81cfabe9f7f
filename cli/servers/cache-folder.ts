import { mkdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where downloaded servers are kept between runs, and shared by every clone on this machine. */
export function cacheFolder(env: Environment): string {
  const folder = join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "orchestrator");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Whether a process without any rights of its own could enter this folder, and all those above it. */
export function everybodyCanEnter(folder: string): boolean {
  const mayEnter = (statSync(folder).mode & 0o001) !== 0;
  const parent = dirname(folder);
  return mayEnter && (parent === folder || everybodyCanEnter(parent));
}
