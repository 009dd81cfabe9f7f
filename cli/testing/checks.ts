import { execFile } from "node:child_process";
import { installedProgram, PROJECT_ROOT } from "../project-root.ts";

/** One thing to verify: a program of an installed package, or a file of ours. */
export type Check = { readonly name: string } & (
  | { readonly command: readonly [string, ...string[]] }
  | { readonly file: readonly string[] }
);

/** Runs all of them side by side, prints what each that failed had to say, and resolves with the exit code. */
export async function runChecks(checks: readonly Check[]): Promise<number> {
  const results = await Promise.all(checks.map(runCheck));
  return results.every(Boolean) ? 0 : 1;
}

async function runCheck(check: Check): Promise<boolean> {
  const startedAt = Date.now();
  const { passed, output } = await runToEnd(argumentsOf(check));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${passed ? "✓" : "✗"} ${check.name} (${seconds} s)`);
  if (!passed) console.log(output.trimEnd());
  return passed;
}

const argumentsOf = (check: Check): readonly string[] =>
  "file" in check ? check.file : [installedProgram(check.command[0]), ...check.command.slice(1)];

function runToEnd(args: readonly string[]): Promise<{ passed: boolean; output: string }> {
  const options = { cwd: PROJECT_ROOT, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) => {
    execFile(process.execPath, ["--no-warnings", ...args], options, (error, stdout, stderr) =>
      done({ passed: error === null, output: `${stdout}${stderr}` }),
    );
  });
}
