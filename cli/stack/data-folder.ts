import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

export interface DataFolder {
  readonly path: string;
  readonly postgres: string;
  readonly temporalDatabase: string;
  readonly sandbox: string;
  readonly secrets: string;
  readonly stackFile: string;
  readonly lock: string;
  log(name: string): string;
}

export function dataFolder(path: string): DataFolder {
  const root = resolve(path);
  mkdirSync(join(root, "logs"), { recursive: true });
  return {
    path: root,
    postgres: join(root, "postgres"),
    temporalDatabase: join(root, "temporal.db"),
    sandbox: join(root, "sandbox"),
    secrets: join(root, "dev.env"),
    stackFile: join(root, "stack.json"),
    lock: join(root, "supervisor.json"),
    log: (name) => join(root, "logs", `${name}.log`),
  };
}

/** The log of the run before is kept beside the new one. */
export function rotateLog(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })) renameSync(path, `${path}.before`);
}

/** Forgets everything but the lock: databases, workflows, the sandbox's ledger, secrets, logs. */
export function emptyDataFolder(folder: DataFolder): void {
  for (const kept of [folder.postgres, folder.temporalDatabase, folder.sandbox, folder.secrets, folder.stackFile]) {
    rmSync(kept, { recursive: true, force: true });
  }
}
