import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PROJECT_ROOT } from "../../cli/project-root.ts";

const FOLDER = fileURLToPath(new URL("../results", import.meta.url));

/** Where and when a result was measured: without it a number says little. */
export function circumstances(isQuick: boolean) {
  return {
    effort: isQuick ? "quick: few short rounds, shows the order of magnitude only" : "full",
    date: new Date().toISOString(),
    commit: commit(),
    machine: {
      processor: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      loadAverage: loadavg().map((load) => Number(load.toFixed(1))),
      platform: `${process.platform} ${process.arch}`,
      node: process.version,
    },
  };
}

export function writeResult(name: string, result: object): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

function commit(): string {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: PROJECT_ROOT, encoding: "utf8" }).trim();
  try {
    const isChanged = git("status", "--porcelain", "--", ".", ":!bench/results") !== "";
    return `${git("rev-parse", "--short=12", "HEAD")}${isChanged ? " with changes" : ""}`;
  } catch {
    return "unknown";
  }
}
