import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { MIGRATIONS_FOLDER, type Migration, readMigrations } from "./migrations.ts";

/** Prisma's own lock, so that `prisma migrate deploy` and this applier exclude each other too. */
const PRISMA_LOCK = 72707369;

/** Prisma's own table, as Prisma makes it. */
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/**
 * Brings the database up to date with `prisma/migrations`, like `prisma migrate deploy` but without its engine, and
 * returns the names it applied. Any number of processes may call it at once: one works, the others wait and find it done.
 * Needs a direct connection: a transaction pooler would lose the lock.
 * @throws Error when an applied file was edited, or an earlier migration did not finish
 */
export async function applyMigrations(databaseUrl: string, folder = MIGRATIONS_FOLDER): Promise<readonly string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query("SET client_min_messages TO warning");
    await client.query(CREATE_TABLE);
    return await applyPending(client, readMigrations(folder));
  } finally {
    await client.end(); // the lock belongs to the session and goes with it
  }
}

async function applyPending(client: Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  const applied = await loadApplied(client);
  const pending = migrations.filter((migration) => needsApplying(migration, applied));
  for (const migration of pending) await apply(client, migration);
  return pending.map(({ name }) => name);
}

async function loadApplied(client: Client): Promise<readonly AppliedRow[]> {
  const { rows } = await client.query<AppliedRow>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished) {
    throw new Error(
      `migration ${unfinished.migration_name} was started and did not finish: look at the database, then mark it ` +
        "with `prisma migrate resolve`",
    );
  }
  return rows;
}

function needsApplying({ name, checksum }: Migration, applied: readonly AppliedRow[]): boolean {
  const row = applied.find((candidate) => candidate.migration_name === name);
  if (row && row.checksum !== checksum) throw new Error(`migration ${name} was edited after it was applied`);
  return row === undefined;
}

async function apply(client: Client, { name, checksum, sql }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(sql); // one simple query: PL/pgSQL bodies must not be split
  } catch (error) {
    await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [id, String(error)]);
    throw new Error(`migration ${name} failed: ${String(error)}`, { cause: error });
  }
  await client.query("UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1", [id]);
}
