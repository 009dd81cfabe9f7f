import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ACCOUNTS } from "./accounts.ts";
import type { Load, LoadClient } from "./load-client.ts";

const run = promisify(execFile);

export const pgbenchVersion = (): Promise<string | null> =>
  run("pgbench", ["--version"]).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );

const TWO_ACCOUNTS = [
  `\\set first random(0, ${ACCOUNTS - 1})`,
  `\\set second (:first + random(1, ${ACCOUNTS - 1})) % ${ACCOUNTS}`,
];

/** It ends with an error when a transaction fails. Neither side prepares its statements: pgbench's default. */
export function pgbenchClient({ url, clients, seconds }: Load, version: string): LoadClient {
  const options = ["--no-vacuum", `--client=${clients}`, "--jobs=2", `--time=${seconds}`];
  const rateOf = async (script: string) => {
    const { stdout } = await run("pgbench", [...options, script, url]);
    return Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
  };
  return {
    description: `both sides by ${version} with ${clients} clients: its built-in TPC-B, and our transfer as a script`,
    tpcB: () => rateOf("--builtin=tpcb-like"),
    transfers: async ({ sql, perStatement }) => {
      const folder = mkdtempSync(join(tmpdir(), "orchestrator-pgbench-"));
      const file = join(folder, "transfers.sql");
      writeFileSync(file, [...TWO_ACCOUNTS, `${sql};`, ""].join("\n"));
      const statements = await rateOf(`--file=${file}`).finally(() => rmSync(folder, { recursive: true }));
      return perStatement * statements;
    },
  };
}
