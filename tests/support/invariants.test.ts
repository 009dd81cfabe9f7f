import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { brokenInvariants, expectInvariants } from "./invariants.ts";
import { type TestDatabase, testDatabase } from "./postgres.ts";
import type { AirtmEffects, SandboxTransaction } from "./sandbox-control.ts";

// A small world in which everything is true; each test makes one thing untrue, behind the database's back where it must.

const USER = "usr_a";
const FUNDING: SandboxTransaction = {
  hash: "f1",
  ledger: 5,
  successful: true,
  resultCode: "tx_success",
  source: "GBUYER",
  operations: ["invokeHostFunction:fund_escrow"],
  transfers: [],
};

let database: TestDatabase;
let db: Database;
let airtm: { effects: AirtmEffects[]; available: string };
let chain: { transactions: SandboxTransaction[]; usdc: Record<string, string> };

const sandbox = createServer((request, response) => {
  const path = (request.url ?? "").replace("/_sandbox", "");
  if (path === "") return response.end(JSON.stringify({ trustlessWorkAddress: "GTRUSTLESS" }));
  if (path === "/stellar/transactions") return response.end(JSON.stringify({ transactions: chain.transactions }));
  if (path === "/airtm/effects") return response.end(JSON.stringify({ effects: airtm.effects }));
  if (path === "/airtm/balance") return response.end(JSON.stringify({ available: airtm.available, pending: "0.00" }));
  const usdc = chain.usdc[path.replace("/stellar/accounts/", "")];
  response.statusCode = usdc === undefined ? 404 : 200;
  return response.end(JSON.stringify({ usdc }));
});
const sandboxUrl = () => `http://127.0.0.1:${(sandbox.address() as AddressInfo).port}`;

beforeAll(() => new Promise<void>((listening) => sandbox.listen(0, "127.0.0.1", listening)));
afterAll(() => new Promise<void>((closed) => sandbox.close(() => closed())));

beforeEach(async () => {
  database = await testDatabase();
  db = openDatabase(database.url, { connectionsMax: 1 });
  airtm = { effects: [], available: "0.00" };
  chain = { transactions: [FUNDING], usdc: { GBUYER: "7.0000000", CESCROW: "3.0000000" } };
  await db.sql.query(TRUE_WORLD);
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

const TRUE_WORLD = `
  SELECT record_step('{"key": "user/a", "inserts": [{"noun": "users", "row":
    {"id": "${USER}", "external_user_id": "a", "type": "BOTH", "status": "ACTIVE"}}],
    "events": [{"id": "evt_1", "type": "user.created", "aggregateType": "User", "aggregateId": "${USER}", "payload": {}}]}');
  INSERT INTO users (id, external_user_id, type, status) VALUES ('usr_b', 'b', 'BOTH', 'PENDING_VERIFICATION');
  SELECT record_step('{"key": "user/b", "moves": [{"noun": "users", "id": "usr_b", "from": ["PENDING_VERIFICATION"],
    "to": "SUSPENDED"}]}');
  INSERT INTO wallet (id, user_id, public_key, secret_ciphertext) VALUES ('wal_a', '${USER}', 'GBUYER', 'sealed');
  SELECT record_step('{"key": "wallet/a", "moves": [{"noun": "wallet", "id": "wal_a", "from": ["CREATED"], "to": "ACTIVE"}],
    "events": [{"id": "evt_2", "type": "wallet.created", "aggregateType": "Wallet", "aggregateId": "wal_a", "payload": {}}]}');
  SELECT post_entry('deposit/1', 'deposit',
    '[{"account": "world/stellar", "stroops": "-100000000"}, {"account": "user/${USER}/available", "stroops": "100000000"}]');
  SELECT record_step('{"key": "order/o#created", "inserts": [{"noun": "orders", "row": {"id": "o", "buyer_id": "${USER}",
    "seller_id": "usr_b", "amount_stroops": "30000000", "platform_fee_bps": 250, "currency": "USDC", "title": "t",
    "escrow_type": "single-release", "status": "IN_PROGRESS"}}, {"noun": "escrow", "row": {"id": "e", "order_id": "o",
    "contract_id": "CESCROW", "status": "FUNDED", "amount_stroops": "30000000"}}]}');
  SELECT post_entry('order/o#fund', 'fund',
    '[{"account": "user/${USER}/available", "stroops": "-30000000"}, {"account": "order/o/escrow", "stroops": "30000000"}]');
  INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash, signed_xdr, send_through,
    max_time, prepared_ledger, on_success, outcome, settled_at)
  VALUES ('ctx_1', 'order/o#fund', 1, 'fundEscrow', 'GBUYER', 1, 'f1', 'AAAA', 'stellar', 1, 1, '{}', 'SUCCEEDED', now());`;

const broken = () => brokenInvariants({ db, sandboxUrl: sandboxUrl() });
/** One statement with the laws of the database switched off, as only its owner can. */
const behindTheBack = (sql: string) =>
  db.sql.query(`SET session_replication_role = replica; ${sql}; SET session_replication_role = origin`);

test("a world in which everything is true passes", async () => {
  await expectInvariants({ db, sandboxUrl: sandboxUrl() });
});

describe("double entry (I1)", () => {
  test("sees an entry that does not sum to zero", async () => {
    await behindTheBack(
      "UPDATE ledger_posting SET amount = amount + 1 WHERE id = (SELECT min(id) FROM ledger_posting)",
    );
    expect(await broken()).toContainEqual(expect.stringMatching(/^I1: entry deposit\/1 moves 1 stroops in 2/));
  });

  test("sees an entry that has lost a posting", async () => {
    await behindTheBack("DELETE FROM ledger_posting WHERE id IN (SELECT min(id) FROM ledger_posting)");
    expect(await broken()).toContainEqual(expect.stringMatching(/^I1: entry deposit\/1 .* in 1 postings/));
  });
});

test("balances (I2): sees one that is not the sum of its postings", async () => {
  await behindTheBack("UPDATE ledger_account SET balance = balance + 1 WHERE name = 'order/o/escrow'");
  expect(await broken()).toContainEqual(expect.stringMatching(/^I2: order\/o\/escrow says 30000001/));
});

describe("at most once (I3)", () => {
  const settle = (change: string) => behindTheBack(`UPDATE chain_transaction SET ${change}`);

  test("sees a step whose second generation was applied as well", async () => {
    chain.transactions.push({ ...FUNDING, hash: "f2" });
    await behindTheBack(`INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash,
      signed_xdr, send_through, max_time, prepared_ledger, on_success, outcome, settled_at)
      VALUES ('ctx_2', 'order/o#fund', 2, 'fundEscrow', 'GBUYER', 2, 'f2', 'AAAA', 'stellar', 1, 1, '{}', 'SUCCEEDED', now())`);
    expect(await broken()).toEqual([expect.stringMatching(/^I3: order\/o#fund happened 2 times/)]);
  });

  test("sees a transaction of our wallet that nobody stored", async () => {
    chain.transactions.push({ ...FUNDING, hash: "f2" });
    expect(await broken()).toEqual([expect.stringMatching(/^I3: .*fund_escrow f2 of our wallet was never stored/)]);
  });

  test("counts no attempt that failed on the chain", async () => {
    chain.transactions.push({ ...FUNDING, hash: "f2", successful: false });
    expect(await broken()).toEqual([]);
  });

  test("sees a death certificate of a transaction that lives", async () => {
    await settle("outcome = 'EXPIRED', proof = '{}'");
    expect(await broken()).toEqual(["I3: order/o#fund is settled as EXPIRED, the chain says SUCCEEDED of f1"]);
  });

  test("sees a success that the chain does not know", async () => {
    chain.transactions.pop();
    expect(await broken()).toEqual(["I3: order/o#fund is settled as SUCCEEDED, the chain says EXPIRED of f1"]);
  });
});

describe("nothing lost (I4)", () => {
  const inTransit = () =>
    behindTheBack(`UPDATE chain_transaction SET outcome = NULL, settled_at = NULL;
      UPDATE escrow SET status = 'RELEASING';
      INSERT INTO status_history (step_key, noun, noun_id, to_status) VALUES ('x', 'escrow', 'e', 'RELEASING')`);

  test("sees what is under way and parked nowhere", async () => {
    await inTransit();
    expect([...(await broken())].sort()).toEqual([
      "I4: escrow of o is RELEASING while its order is IN_PROGRESS",
      "I4: transaction f1 of order/o#fund has no known end",
    ]);
  });

  test("accepts it once its workflow is parked, and only while it is", async () => {
    await inTransit();
    await db.sql.query("INSERT INTO workflow_progress (workflow_id, progress, parked) VALUES ('order/o', '{}', true)");
    expect(await broken()).toEqual([]);
    await db.sql.query("UPDATE workflow_progress SET parked = false");
    expect(await broken()).toHaveLength(2);
  });

  test("waits for what comes to rest by itself", async () => {
    await inTransit();
    const resting = expectInvariants({ db, sandboxUrl: sandboxUrl() });
    await behindTheBack(`UPDATE chain_transaction SET outcome = 'SUCCEEDED', settled_at = now();
      UPDATE escrow SET status = 'FUNDED';
      INSERT INTO status_history (step_key, noun, noun_id, to_status) VALUES ('y', 'escrow', 'e', 'FUNDED')`);
    await resting;
  });
});

describe("three books (I5)", () => {
  test.each([
    ["a wallet", "GBUYER", /^I5: the wallet of usr_a holds 7.0000001 on the chain and 7.0000000 in the ledger$/],
    ["a contract", "CESCROW", /^I5: the escrow of o holds 7.0000001 on the chain and 3.0000000/],
    ["Trustless Work's wallet", "GTRUSTLESS", /^I5: the wallet of Trustless Work holds 7.0000001 .* and 0.0000000/],
  ])("see %s that holds something else on the chain, to the stroop", async (_what, address, sentence) => {
    chain.usdc[address] = "7.0000001";
    expect(await broken()).toEqual([expect.stringMatching(sentence)]);
  });

  test("see money that nobody explains", async () => {
    await db.sql.query(`SELECT post_entry('x', 'fund',
      '[{"account": "world/stellar", "stroops": "-5"}, {"account": "suspense/unexplained", "stroops": "5"}]')`);
    expect(await broken()).toEqual([expect.stringMatching(/^I5: nobody who explains it holds .* and 0.0000005/)]);
  });
});

describe("events (I6)", () => {
  test("sees a gap in the numbers", async () => {
    await behindTheBack("UPDATE event SET sequence = 3 WHERE sequence = 2; UPDATE event_counter SET value = 3");
    expect(await broken()).toEqual(["I6: 2 events, the last is number 3, the counter says 3"]);
  });

  test("sees a change that no event tells", async () => {
    await behindTheBack(`INSERT INTO status_history (step_key, noun, noun_id, from_status, to_status)
      VALUES ('x', 'escrow', 'e', 'FUNDING', 'FUNDED')`);
    expect(await broken()).toEqual(["I6: escrow.funded of e: 1 changes, 0 events"]);
  });

  test("sees an event that tells a change twice", async () => {
    await behindTheBack(`INSERT INTO event (sequence, id, type, aggregate_type, aggregate_id, payload)
      VALUES (3, 'evt_3', 'wallet.created', 'Wallet', 'wal_a', '{}'); UPDATE event_counter SET value = 3`);
    expect(await broken()).toEqual(["I6: wallet.created of wal_a: 1 changes, 2 events"]);
  });

  test("sees a status that was changed without history", async () => {
    await db.sql.query("UPDATE orders SET status = 'ORDER_CREATED'");
    expect(await broken()).toEqual(["I6: orders o is ORDER_CREATED, its history ends with IN_PROGRESS"]);
  });
});

describe("at Airtm", () => {
  const effects = { code: "wd_1", payins: 0, confirmations: 0, payouts: 1, commits: 1, completions: 1 };

  test("sees a payment that was made twice (I3)", async () => {
    airtm.effects = [{ ...effects, commits: 2 }];
    expect(await broken()).toEqual(["I3: wd_1 has 2 commits at Airtm"]);
  });

  test("sees an account that holds something else than the ledger says (I5), and not where money moves as crypto only", async () => {
    airtm.available = "0.01";
    expect(await broken()).toEqual([]);
    await db.sql.query("UPDATE payment_mode SET provider = 'airtm'");
    expect(await broken()).toContain("I5: Airtm holds 0.0100000 and the ledger says 0.0000000");
  });

  test("sees a withdrawal that is paid there and not here (I5)", async () => {
    const row = `'wd_1', '${USER}', 10000000, 'USD', 'airtm_balance', 'x', 'WITHDRAWAL_FAILED'`;
    await behindTheBack(`INSERT INTO withdrawal (id, user_id, amount_stroops, currency, destination_type, destination_ref, status)
      VALUES (${row})`);
    airtm.effects = [effects];
    expect(await broken()).toContain("I5: withdrawal wd_1 is not paid here, and at Airtm it is otherwise");
  });
});
