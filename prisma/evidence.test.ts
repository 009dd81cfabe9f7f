import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type TestDatabase, testDatabase } from "../tests/support/postgres.ts";
import { type Database, openDatabase } from "./client.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.url);
  await db.sql.query(ROWS);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const ROWS = `
  INSERT INTO users (id, external_user_id, type, status) VALUES ('u1', 'u1', 'BOTH', 'ACTIVE'), ('u2', 'u2', 'BOTH', 'ACTIVE');
  INSERT INTO wallet (id, user_id, public_key, secret_ciphertext) VALUES ('w', 'u1', 'G', 'sealed');
  INSERT INTO orders (id, buyer_id, seller_id, amount_stroops, platform_fee_bps, currency, escrow_type, status, outcome, title)
    VALUES ('o', 'u1', 'u2', 10000000, 0, 'USDC', 'single-release', 'CLOSED', 'RELEASED', 't');
  INSERT INTO escrow (id, order_id, contract_id, status, amount_stroops) VALUES ('e', 'o', 'C', 'RELEASED', 10000000);
  INSERT INTO milestone (id, order_id, position, ref, title, amount_stroops, status, settled_at)
    VALUES ('m', 'o', 0, 'r', 't', 10000000, 'RELEASED', now());
  INSERT INTO withdrawal (id, user_id, amount_stroops, currency, destination_type, destination_ref, status, tx_hash, airtm_payout_id)
    VALUES ('wd', 'u1', 10000000, 'USDC', 'crypto', 'G', 'WITHDRAWAL_COMPLETED', 'h', 'p');
  INSERT INTO topup (id, user_id, amount_stroops, currency, status, airtm_payin_id, paid_stroops, fee_stroops)
    VALUES ('t', 'u1', 10000000, 'USD', 'TOPUP_SUCCEEDED', 'p', 10000000, 0);
  INSERT INTO platform_payout (id, status, source, asset, amount_stroops, destination, memo, memo_type, reason, requested_by, approved_by, tx_hash)
    VALUES ('ppo', 'PLATFORM_PAYOUT_COMPLETED', 'platform/sponsor', 'XLM', 10000000, 'G', '7', 'id', 'r', 'k1', 'k2', 'h');
  INSERT INTO webhook_inbox (provider, event_id, type, body, processed_at) VALUES ('airtm', 'ev', 'x', '{}', now());
  INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash, signed_xdr, send_through,
      max_time, prepared_ledger, on_success, outcome, result_code, settled_at)
    VALUES ('ended', 'a#s', 1, 'payOut', 'G', 1, 'h1', 'AAAA', 'stellar', 9, 1, '{}', 'FAILED', 'tx_failed', now()),
           ('sent', 'b#s', 1, 'payOut', 'G', 2, 'h2', 'AAAA', 'stellar', 9, 1, '{}', NULL, NULL, NULL);
  INSERT INTO account_reading (reading_id, account, sequence) VALUES ('r', 'G', 1);`;

/** Per table the columns that never change: always, and once they have a value. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  users: ["id", "external_user_id"],
  wallet: ["id", "user_id", "platform_role", "public_key"],
  orders: [
    ...["id", "client_order_ref", "buyer_id", "seller_id", "amount_stroops", "platform_fee_bps", "currency"],
    ...["escrow_type", "outcome"],
  ],
  escrow: ["id", "order_id", "amount_stroops", "contract_id"],
  milestone: ["id", "order_id", "position", "ref", "amount_stroops", "settled_at"],
  withdrawal: [
    ...["id", "user_id", "amount_stroops", "currency", "destination_type", "destination_ref", "memo"],
    ...["tx_hash", "airtm_payout_id"],
  ],
  platform_payout: [
    ...["id", "source", "asset", "amount_stroops", "destination", "memo", "memo_type", "reason", "requested_by"],
    ...["created_at", "approved_by", "tx_hash"],
  ],
  topup: ["id", "user_id", "amount_stroops", "currency", "airtm_payin_id", "paid_stroops", "fee_stroops"],
  webhook_inbox: ["provider", "event_id", "type", "body", "received_at", "processed_at"],
  chain_transaction: [
    ...["id", "step_key", "generation", "intent", "source_account", "sequence", "hash", "signed_xdr", "send_through"],
    ...["max_time", "prepared_ledger", "booking", "on_success", "deployment_id", "fence_epoch", "restored_at"],
  ],
};
const REMOVABLE = ["webhook_inbox"];
const OTHER: Readonly<Record<string, string>> = {
  integer: "7",
  bigint: "7",
  numeric: "7",
  jsonb: `'{"other": 1}'`,
  "timestamp with time zone": "now() + interval '1 day'",
};

const refused = (code: string, word: RegExp) => ({ code, message: expect.stringMatching(word) });

describe.each(Object.entries(KEPT))("of %s", (table, columns) => {
  test.each(columns)("%s never changes", async (column) => {
    const { rows } = await db.sql.query(
      "SELECT data_type FROM information_schema.columns WHERE table_name = $1 AND column_name = $2",
      [table, column],
    );
    const other = OTHER[rows[0]?.data_type as string] ?? "'other'";
    const change = db.sql.query(`UPDATE ${table} SET ${column} = ${other}`);
    await expect(change).rejects.toMatchObject(
      refused("OH003", new RegExp(`${table}.${column} has its value for ever`)),
    );
  });

  test.each(["DELETE FROM", "TRUNCATE"])("no row goes away by %s", async (command) => {
    if (REMOVABLE.includes(table)) return;
    const cascade = command === "TRUNCATE" ? "CASCADE" : "";
    await expect(db.sql.query(`${command} ${table} ${cascade}`)).rejects.toMatchObject(refused("OH003", /append-only/));
  });
});

describe("the end of a transaction", () => {
  test.each([
    "outcome = 'EXPIRED', proof = '{}'",
    "result_code = 'other'",
    "receipt = '{}'",
    "fee_stroops = 1",
    "outcome = NULL, settled_at = NULL",
  ])("is not written again: %s", async (change) => {
    const again = db.sql.query(`UPDATE chain_transaction SET ${change} WHERE id = 'ended'`);
    await expect(again).rejects.toMatchObject({ code: "OH003" });
  });

  test("is written once", async () => {
    const settle = `SELECT settle_chain_transaction('{"txId": "sent", "outcome": "FAILED", "resultCode": "tx_failed"}')`;
    await db.sql.query(settle);
    await db.sql.query(settle); // the same again is heard
    const { rows } = await db.sql.query("SELECT outcome FROM chain_transaction WHERE id = 'sent'");
    expect(rows).toEqual([{ outcome: "FAILED" }]);
  });
});

test("what must change still does: a key is sealed anew, and a status goes on", async () => {
  await db.sql.query("UPDATE wallet SET secret_ciphertext = 'sealed anew', status = 'ACTIVE'");
  await db.sql.query("UPDATE withdrawal SET status = 'WITHDRAWAL_FAILED', failure_reason = 'x'");
});

test("only an attempt that was made again has no bytes", async () => {
  const insert = db.sql.query(
    `INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash, signed_xdr, send_through,
       max_time, prepared_ledger, on_success) VALUES ('x', 'x', 1, 'payOut', 'GX', 1, 'x', '', 'stellar', 1, 1, '{}')`,
  );
  await expect(insert).rejects.toMatchObject({ constraint: "chain_transaction_has_bytes" });
});
