import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { askFor } from "./keeper/ask.ts";
import type { KeptServers } from "./keeper/servers.ts";

export interface TestDatabase {
  /** Of a database of your own, with every migration applied. */
  readonly url: string;
  /**
   * Ends the use of it. On the run's own server it goes with the server: some file systems (ext4) take a third of a second
   * to create a database where the files of another were deleted a moment ago.
   */
  drop(): Promise<void>;
}

/** A fresh database, cloned from the migrated template on the one Postgres server of this run. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const server = await askFor("postgres");
  return createDatabase(server, server.template);
};

/** A fresh database without any table of ours, for tests of the migrations themselves. */
export const emptyDatabase = async (): Promise<TestDatabase> => {
  return createDatabase(await askFor("postgres"), "template0");
};

async function createDatabase({ adminUrl, isOwn }: KeptServers["postgres"], template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await execute(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const drop = () => execute(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return { url: url.toString(), drop: isOwn ? async () => {} : drop };
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
