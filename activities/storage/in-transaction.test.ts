import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { PoolClient } from "pg";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { type TestDatabase, testDatabase } from "../../tests/support/postgres.ts";
import { inTransaction } from "./in-transaction.ts";

let database: TestDatabase;
let db: Database;

beforeEach(async () => {
  database = await testDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

test("a connection that dies in the middle fails the transaction, and nothing but it", async () => {
  const clients: PoolClient[] = [];
  db.sql.on("acquire", (client) => clients.push(client));
  const dying = inTransaction(db, async (sql) => {
    const { rows } = await sql.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const [client] = clients;
    if (!client || !rows[0]) throw new Error("a connection was taken");
    const ended = new Promise((resolve) => client.once("end", resolve));
    await db.sql.query("SELECT pg_terminate_backend($1)", [rows[0].pid]);
    await ended; // between two queries: none of them is there to take the error
    await sql.query("SELECT 1");
  });
  await expect(dying).rejects.toThrow();
  expect(await inTransaction(db, async (sql) => (await sql.query("SELECT 1 AS one")).rows)).toEqual([{ one: 1 }]);
});
