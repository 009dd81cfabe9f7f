import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { balanceOf } from "../../prisma/testing/ledger.ts";
import { type TestDatabase, testDatabase } from "../../tests/support/postgres.ts";
import { insertUser } from "../testing/chain-scene.ts";
import { bookOpeningBalance } from "./fiat-books.ts";

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

const book = () => bookOpeningBalance(db, 1_000_000_000n);
const own = () => balanceOf(db.sql, ledgerAccounts.backingAirtm);

test("what the account at Airtm held first is the operator's own, once, however many look at once", async () => {
  expect((await Promise.all([book(), book(), book()])).filter(Boolean)).toHaveLength(1);
  expect(await book()).toBe(false);
  expect(await own()).toBe(1_000_000_000n);
});

test.each([
  [
    "top-up",
    "INSERT INTO topup (id, user_id, amount_stroops, currency, status, airtm_payin_id) VALUES ('t', $1, 1, 'USD', 'TOPUP_AWAITING_USER_CONFIRMATION', 'payin')",
  ],
  [
    "payout",
    "INSERT INTO withdrawal (id, user_id, amount_stroops, currency, destination_type, destination_ref, status, airtm_payout_id) VALUES ('w', $1, 1, 'USD', 'airtm_balance', 'x', 'WITHDRAWAL_PENDING', 'payout')",
  ],
])("and once there is a %s at Airtm, what it holds is nobody's word for that", async (_noun, sql) => {
  await db.sql.query(sql, [await insertUser(db)]);
  expect([await book(), await own()]).toEqual([false, 0n]);
});
