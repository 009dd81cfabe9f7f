import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareGenerated } from "../generated/prepare.ts";
import { installedProgram, PROJECT_ROOT } from "../project-root.ts";
import { exitWithHelp } from "../terminal/read-options.ts";
import { stopSignal } from "../terminal/until-told-to-stop.ts";
import { lineOfCounts, type TestCounts } from "../testing/counts.ts";
import { jestArguments } from "../testing/jest-arguments.ts";

exitWithHelp(
  `
npm test                        everything
npm test -- domain/money        the files whose path holds that
npm test -- --tier unit         one tier (more than one: --tier unit --tier replay)

Ends with one line, "N passed, N failed", whatever happens. Other options are Jest's.
`.trim(),
);

const folder = mkdtempSync(join(tmpdir(), "orchestrator-test-run-"));
const summary = join(folder, "summary.json");

await prepareGenerated(process.env, (line) => console.error(line));
const exitCode = await run(jestArguments(process.argv.slice(2)));
const counts = readCounts();
const nothingRan = counts.passed + counts.failed === 0;
// A runner that failed without telling why is a failure too.
if (exitCode !== 0 && counts.failed === 0 && !nothingRan) counts.failed = 1;
rmSync(folder, { recursive: true, force: true });
if (nothingRan) console.error("No test ran.");
process.stdout.write(`${lineOfCounts(counts)}\n`);
process.exitCode = exitCode !== 0 || nothingRan || counts.failed > 0 ? 1 : 0;

function run(args: readonly string[]): Promise<number> {
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules --no-warnings`;
  const env = { ...process.env, NODE_OPTIONS, TEST_SUMMARY_FILE: summary };
  const child = spawn(
    process.execPath,
    [installedProgram("jest/bin/jest.js"), "--config", "jest.config.mjs", ...args],
    {
      cwd: PROJECT_ROOT,
      stdio: "inherit",
      env,
    },
  );
  stopSignal(process.env).addEventListener("abort", () => child.kill("SIGTERM"));
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

function readCounts(): TestCounts {
  if (!existsSync(summary)) return { passed: 0, failed: 0, skipped: 0 };
  return JSON.parse(readFileSync(summary, "utf8")) as TestCounts;
}
