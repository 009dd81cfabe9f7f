import { homedir } from "node:os";
import { createInterface } from "node:readline/promises";
import { runOfferhub } from "../offerhub/run.ts";
import { stopSignal } from "../terminal/until-told-to-stop.ts";

// npm run offerhub -- <command>     operates an installation; `--help` lists the commands
// npx offerhub <command>            the same

process.exitCode = await runOfferhub(process.argv.slice(2), {
  env: process.env,
  cwd: process.cwd(),
  homeDir: homedir(),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  ask: process.stdin.isTTY ? askAtTerminal : null,
  signal: stopSignal(process.env),
  now: Date.now,
});
// A connection may be kept open for a next request that never comes.
process.exit();

async function askAtTerminal(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
