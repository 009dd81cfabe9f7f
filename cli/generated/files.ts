import { spawn } from "node:child_process";
import { PROJECT_ROOT } from "../project-root.ts";

/** Writes (or with `check` compares) the generated files that are committed; resolves with the exit code. */
export function generatedFiles(check: boolean): Promise<number> {
  const args = ["--no-warnings", "docs/generate.ts", ...(check ? ["--check"] : [])];
  const child = spawn(process.execPath, args, { cwd: PROJECT_ROOT, stdio: "inherit" });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}
