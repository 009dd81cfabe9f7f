import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/** One running process, as `stack.json` tells it. */
export interface StackProcess {
  readonly name: string;
  readonly pid: number;
  readonly url: string;
  /** With the pid it names the process for certain; see `birthOf`. */
  readonly birth: string;
}

/** Written under another name first: a reader never meets half a file. */
export function writeStackFile(path: string, processes: readonly StackProcess[]): void {
  writeFileSync(`${path}.part`, `${JSON.stringify({ processes }, null, 2)}\n`);
  renameSync(`${path}.part`, path);
}

export function readStackFile(path: string): readonly StackProcess[] {
  if (!existsSync(path)) return [];
  try {
    const { processes } = JSON.parse(readFileSync(path, "utf8")) as { processes?: StackProcess[] };
    return processes ?? [];
  } catch {
    return []; // not ours, or of a version that wrote it otherwise
  }
}
