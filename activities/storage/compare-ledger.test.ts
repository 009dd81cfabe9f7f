import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { parseStroops } from "../../domain/money.ts";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { post } from "../../prisma/testing/ledger.ts";
import { type TestDatabase, testDatabase } from "../../tests/support/postgres.ts";
import { storageCompareLedger } from "./compare-ledger.ts";
import { claimPaymentProvider } from "./payment-mode.ts";

describe("what users are owed of the account at Airtm", () => {
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

  const available = "user/usr_a/available";
  /** Moves an amount between two accounts of the ledger. */
  const move = (from: string, to: string, amount: string) =>
    post(db.sql, randomUUID(), { [from]: -parseStroops(amount), [to]: parseStroops(amount) });

  async function differences() {
    await storageCompareLedger({ db })({ runId: "run" });
    const { rows } = await db.sql.query(
      `SELECT kind, cause, expected_stroops::text AS expected, found_stroops::text AS found
         FROM reconciliation_difference WHERE resolved_at IS NULL AND kind = 'fiat_claims'`,
    );
    return rows;
  }

  test("agrees with it while every claim came in by it, the operator's own money and its fees among them", async () => {
    await claimPaymentProvider(db, "airtm");
    await move(ledgerAccounts.airtm, available, "100.00");
    await move(ledgerAccounts.airtm, ledgerAccounts.backingAirtm, "50.00");
    await move(ledgerAccounts.backingAirtm, ledgerAccounts.airtmFees, "1.00");
    expect(await differences()).toEqual([]);
  });

  test("tells what was given by hand, with its cause, until the operator stands behind it", async () => {
    await claimPaymentProvider(db, "airtm");
    await move("world/manual", available, "7.00");
    const byHand = { kind: "fiat_claims", expected: "0", found: "70000000" };
    expect(await differences()).toEqual([{ ...byHand, cause: "manual_adjustment" }]);
    await move(ledgerAccounts.airtm, "world/manual", "7.00");
    expect(await differences()).toEqual([]);
  });

  test("tells a claim that nothing explains", async () => {
    await claimPaymentProvider(db, "airtm");
    await move(ledgerAccounts.stellar, available, "3.00");
    const unexplained = { kind: "fiat_claims", expected: "0", found: "30000000", cause: "unexplained" };
    expect(await differences()).toEqual([unexplained]);
  });

  test("is no question where money is on Stellar", async () => {
    await claimPaymentProvider(db, "crypto");
    await move(ledgerAccounts.stellar, available, "3.00");
    expect(await differences()).toEqual([]);
  });
});
