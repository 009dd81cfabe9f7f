import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { askFor } from "./keeper/ask.ts";

export interface TestDatabase {
  /** Of a database of your own, with every migration applied. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A fresh database, cloned from the migrated template on the one Postgres server of this run. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const { adminUrl, template } = await askFor("postgres");
  return createDatabase(adminUrl, template);
};

/** A fresh database without any table of ours, for tests of the migrations themselves. */
export const emptyDatabase = async (): Promise<TestDatabase> => {
  const { adminUrl } = await askFor("postgres");
  return createDatabase(adminUrl, "template0");
};

async function createDatabase(adminUrl: string, template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await execute(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => execute(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
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
