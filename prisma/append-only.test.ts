import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type TestDatabase, testDatabase } from "../tests/support/postgres.ts";
import { type Database, openDatabase } from "./client.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.url);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

// The ledger's own tables are in ledger.test.ts.
describe.each([
  ["event", "type"],
  ["status_history", "noun"],
  ["step_record", "key"],
  ["deposit", "id"],
  ["audit_record", "id"],
  ["balance_operation", "id"],
  ["webhook_attempt", "error"],
])("%s is never, not even when nothing of it would be met,", (table, column) => {
  test.each([
    ["changed", `UPDATE ${table} SET ${column} = ${column}`],
    ["removed", `DELETE FROM ${table}`],
    ["emptied", `TRUNCATE ${table} CASCADE`],
  ])("%s", async (_what, sql) => {
    const refusal = { code: "OH003", message: expect.stringContaining("is append-only") };
    await expect(db.sql.query(sql)).rejects.toMatchObject(refusal);
  });
});
