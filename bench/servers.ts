import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../cli/process/ports.ts";
import { startService } from "../cli/process/service.ts";
import { postgresService } from "../cli/servers/postgres.ts";
import startKeeper from "../tests/support/global-setup.mjs";
import endKeeper from "../tests/support/global-teardown.mjs";

/**
 * The servers of the tests, but with a Postgres that is as durable as in production: every commit waits for the disk, or
 * the ratios would compare two ways of not writing. `TEST_DATABASE_URL` and its like name servers that are there already.
 */
export async function startServers(): Promise<{ stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "orchestrator-bench-"));
  const postgres = process.env.TEST_DATABASE_URL ? null : await startPostgres(folder);
  await startKeeper();
  return {
    async stop() {
      await endKeeper();
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startPostgres(folder: string) {
  const place = { dataDir: join(folder, "postgres"), port: await freePort(), logPath: join(folder, "postgres.log") };
  const service = postgresService({ ...place, durable: true, env: process.env, say: () => {} });
  const server = await startService(service);
  process.env.TEST_DATABASE_URL = service.url;
  return server;
}
