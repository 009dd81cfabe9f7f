import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { Client } from "pg";
import { emptyDatabase, type TestDatabase, testDatabase } from "../tests/support/postgres.ts";
import { applyMigrations } from "./migrate.ts";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const TWO_STATEMENTS_AND_A_BODY = `
  CREATE TABLE coin (id int PRIMARY KEY);
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no;'; RETURN NULL; END $$;
  CREATE TRIGGER coin_is_kept BEFORE DELETE ON coin FOR EACH ROW EXECUTE FUNCTION refuse();`;

test("applies files in the order of their names, bodies with semicolons included, and says which", async () => {
  write("0002_more", "INSERT INTO coin VALUES (1)");
  write("0001_start", TWO_STATEMENTS_AND_A_BODY);
  expect(await applyMigrations(database.url, folder)).toEqual(["0001_start", "0002_more"]);
  expect(await rows("SELECT id FROM coin")).toEqual([{ id: 1 }]);
});

test("records each file as Prisma does, so that its own tools find nothing left to do", async () => {
  write("0001_start", "CREATE TABLE coin (id int)");
  await applyMigrations(database.url, folder);
  const [row] = await rows("SELECT * FROM _prisma_migrations");
  expect(row).toMatchObject({
    migration_name: "0001_start",
    checksum: "7d2da532852668d5c0977188db17ad4673b64eb172290c4b18a075172966097b",
    applied_steps_count: 1,
    rolled_back_at: null,
    logs: null,
  });
  expect(row?.finished_at).toBeInstanceOf(Date);
});

test("does nothing the second time, and only what is new after that", async () => {
  write("0001_start", "CREATE TABLE coin (id int)");
  await applyMigrations(database.url, folder);
  expect(await applyMigrations(database.url, folder)).toEqual([]);
  write("0002_more", "ALTER TABLE coin ADD COLUMN worth int");
  expect(await applyMigrations(database.url, folder)).toEqual(["0002_more"]);
});

test("applies each file once when five processes start together", async () => {
  write("0001_start", "CREATE TABLE coin (id int); SELECT pg_sleep(0.2)");
  write("0002_more", "INSERT INTO coin VALUES (1)");
  const applied = await Promise.all(Array.from({ length: 5 }, () => applyMigrations(database.url, folder)));
  expect(applied.flat().sort()).toEqual(["0001_start", "0002_more"]);
  expect(await rows("SELECT id FROM coin")).toHaveLength(1);
  expect(await rows("SELECT id FROM _prisma_migrations")).toHaveLength(2);
});

describe("refuses", () => {
  test("a file that was edited after it was applied, and applies nothing else", async () => {
    write("0001_start", "CREATE TABLE coin (id int)");
    await applyMigrations(database.url, folder);
    write("0001_start", "CREATE TABLE coin (id bigint)");
    write("0002_more", "INSERT INTO coin VALUES (1)");
    await expect(applyMigrations(database.url, folder)).rejects.toThrow("0001_start was edited after it was applied");
    expect(await rows("SELECT id FROM coin")).toEqual([]);
  });

  test("to go on after a migration that failed, which leaves no half of itself", async () => {
    write("0001_start", "CREATE TABLE coin (id int); SELECT 1/0");
    await expect(applyMigrations(database.url, folder)).rejects.toThrow("0001_start failed: error: division by zero");
    await expect(applyMigrations(database.url, folder)).rejects.toThrow("0001_start was started and did not finish");
    expect(await rows("SELECT to_regclass('coin') AS name")).toEqual([{ name: null }]);
  });
});

test("applies again what a person marked as rolled back", async () => {
  write("0001_start", "SELECT 1/0");
  await expect(applyMigrations(database.url, folder)).rejects.toThrow("failed");
  await rows("UPDATE _prisma_migrations SET rolled_back_at = now()");
  write("0001_start", "CREATE TABLE coin (id int)");
  expect(await applyMigrations(database.url, folder)).toEqual(["0001_start"]);
});

test("finds nothing to do in a database cloned for a test", async () => {
  const clone = await testDatabase();
  expect(await applyMigrations(clone.url)).toEqual([]);
  await clone.drop();
});
