import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mintId, type UserId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { transfer } from "../../domain/ledger/entry.ts";
import { balanceEvent } from "../../domain/public-events.ts";
import type { Step } from "../../domain/step.ts";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { balanceOf } from "../../prisma/testing/ledger.ts";
import { eventsWithoutGap } from "../../tests/support/invariants/events.ts";
import { type TestDatabase, testDatabase } from "../../tests/support/postgres.ts";
import { recordStep } from "./record-step.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.url, { connectionsMax: 20 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const caller = { keyId: "key_test", correlationId: "correlation" };
const record = (key: string, step: Step) => recordStep(db.sql, { key, caller, ...step });
const aKey = () => `test/${randomUUID()}`;
const rows = async (sql: string, values: unknown[]) => (await db.sql.query(sql, values)).rows;

async function aUser(stroops = 0n): Promise<UserId> {
  const userId = mintId("user", randomBytes(24));
  const row = { id: userId, external_user_id: userId, type: "BOTH", status: "ACTIVE" };
  const available = ledgerAccounts.available(userId);
  await record(aKey(), {
    inserts: [{ noun: "users", row }],
    ...(stroops > 0n && { entry: transfer("deposit", ledgerAccounts.stellar, available, stroops) }),
  });
  return userId;
}

/** Suspends a user, takes a hold, and tells both: a bit of everything that a step can do. */
function suspension(userId: UserId, stroops: bigint): Step {
  return {
    moves: [{ noun: "users", id: userId, from: ["ACTIVE"], to: "SUSPENDED", set: { email: "gone@example.org" } }],
    entry: transfer("hold", ledgerAccounts.available(userId), ledgerAccounts.withdrawing(userId), stroops),
    audits: [
      {
        action: "UPDATE",
        eventType: "user.suspended",
        resourceType: "User",
        resourceId: userId,
        before: { status: "ACTIVE" },
        after: { status: "SUSPENDED" },
      },
    ],
    events: [balanceEvent("reserved", userId, { amount: "1.00" })],
  };
}

/** Everything that a step may have left of a user. */
async function tracesOf(userId: UserId, key: string) {
  const [user] = await rows("SELECT status, email FROM users WHERE id = $1", [userId]);
  return {
    user,
    steps: await rows("SELECT key FROM step_record WHERE key = $1", [key]),
    history: await rows("SELECT from_status, to_status FROM status_history WHERE step_key = $1", [key]),
    entries: await rows("SELECT kind FROM ledger_entry WHERE idempotency_key = $1", [key]),
    audits: await rows("SELECT event_type, actor_id FROM audit_record WHERE resource_id = $1", [userId]),
    events: await rows("SELECT type, payload FROM event WHERE aggregate_id = $1", [userId]),
    available: await balanceOf(db.sql, ledgerAccounts.available(userId)),
  };
}

test("a step writes status, history, postings, audit and event together, balances as they were and are", async () => {
  const userId = await aUser(70_000_000n);
  const key = aKey();
  expect(await record(key, suspension(userId, 12_345_678n))).toBe(true);
  expect(await tracesOf(userId, key)).toEqual({
    user: { status: "SUSPENDED", email: "gone@example.org" },
    steps: [{ key }],
    history: [{ from_status: "ACTIVE", to_status: "SUSPENDED" }],
    entries: [{ kind: "hold" }],
    audits: [{ event_type: "user.suspended", actor_id: "key_test" }],
    events: [
      {
        type: "balance.reserved",
        payload: {
          userId,
          amount: "1.00",
          previousAvailableBalance: "7.00",
          newAvailableBalance: "5.7654322",
          previousReservedBalance: "0.00",
          newReservedBalance: "1.2345678",
        },
      },
    ],
    available: 57_654_322n,
  });
});

test("a step recorded again does nothing, also when twenty record it at once", async () => {
  const userId = await aUser(70_000_000n);
  const key = aKey();
  const twenty = await Promise.all(Array.from({ length: 20 }, () => record(key, suspension(userId, 10_000_000n))));
  expect(twenty.filter(Boolean)).toHaveLength(1);
  const once = await tracesOf(userId, key);
  expect(once).toMatchObject({ available: 60_000_000n, history: [{}], audits: [{}], events: [{}] });
  expect(await record(key, suspension(userId, 10_000_000n))).toBe(false);
  expect(await tracesOf(userId, key)).toEqual(once);
});

describe("a step that is refused leaves nothing of itself:", () => {
  const stranger = mintId("user", new Uint8Array(24));
  test.each<[string, (step: Step) => Step, object]>([
    [
      "no money for its entry",
      (step) => step,
      { code: "INSUFFICIENT_FUNDS", details: { requested: "8.00", available: "7.00" } },
    ],
    [
      "a status that is elsewhere",
      (step) => ({ ...step, moves: step.moves?.map((move) => ({ ...move, from: ["PENDING_VERIFICATION"] })) ?? [] }),
      { code: "INVALID_STATE", details: { currentState: "ACTIVE", allowedStates: ["PENDING_VERIFICATION"] } },
    ],
    [
      "a thing that is not there",
      (step) => ({ ...step, moves: [...(step.moves ?? []), { noun: "orders", id: "ord_no", from: ["A"], to: "B" }] }),
      { code: "INVALID_STATE", details: { currentState: null } },
    ],
    [
      "a user that nobody knows",
      (step) => {
        const row = { id: "wd_1", user_id: stranger, amount_stroops: 1, currency: "USD", status: "X" };
        const where = { destination_type: "crypto", destination_ref: "G" };
        return { ...step, inserts: [{ noun: "withdrawal", row: { ...row, ...where } }] };
      },
      { code: "USER_NOT_FOUND" },
    ],
    [
      "an event that cannot be stored",
      (step) => ({
        moves: step.moves ?? [],
        audits: step.audits ?? [],
        events: [{ ...balanceEvent("reserved", stranger, {}), aggregateId: null as unknown as string }],
      }),
      { code: "23502" },
    ],
  ])("%s", async (_what, change, refusal) => {
    const userId = await aUser(70_000_000n);
    const key = aKey();
    const before = await tracesOf(userId, key);
    await expect(record(key, change(suspension(userId, 80_000_000n)))).rejects.toMatchObject(refusal);
    expect(await tracesOf(userId, key)).toEqual(before);
  });

  test("and the same step succeeds once its reason is gone", async () => {
    const userId = await aUser(70_000_000n);
    const key = aKey();
    await expect(record(key, suspension(userId, 80_000_000n))).rejects.toMatchObject({ code: "INSUFFICIENT_FUNDS" });
    await record(aKey(), {
      entry: transfer("deposit", ledgerAccounts.stellar, ledgerAccounts.available(userId), 10_000_000n),
    });
    expect(await record(key, suspension(userId, 80_000_000n))).toBe(true);
  });
});

test("events are numbered without a gap under concurrent writers, whatever becomes of some of them", async () => {
  const [userId, poor] = [await aUser(500_000_000n), await aUser()];
  const write = (index: number) =>
    record(aKey(), { events: [balanceEvent("debited", userId, { amount: `${index}.00` })] });
  const fail = () => record(aKey(), { ...suspension(poor, 1n), moves: [] });
  const abort = async () => {
    const client = await db.sql.connect();
    await client.query("BEGIN");
    await recordStep(client, { key: aKey(), caller, events: [balanceEvent("debited", userId, { amount: "666.00" })] });
    await client.query("ROLLBACK");
    client.release();
  };
  const work = Array.from({ length: 60 }, (_, index) =>
    index % 3 === 0 ? abort() : index % 3 === 1 ? fail().catch(() => {}) : write(index),
  );
  await Promise.all(work);
  const told = await rows("SELECT payload->>'amount' AS amount FROM event WHERE aggregate_id = $1", [userId]);
  expect(told).toHaveLength(20);
  expect(await eventsWithoutGap({ db })).toEqual([]);
});

test("of twenty holds against a balance for one exactly one is taken, and only it is told", async () => {
  const userId = await aUser(12_000_000n);
  const holds = Array.from({ length: 20 }, () => record(aKey(), { ...suspension(userId, 12_000_000n), moves: [] }));
  const results = await Promise.allSettled(holds);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "INSUFFICIENT_FUNDS" });
  }
  expect(await balanceOf(db.sql, ledgerAccounts.withdrawing(userId))).toBe(12_000_000n);
  expect(await rows("SELECT 1 AS one FROM event WHERE aggregate_id = $1", [userId])).toHaveLength(1);
});

describe("a dispute", () => {
  const disputeOf = async (id: string) =>
    (
      await rows("SELECT status, notes, evidence, updated_at > created_at AS changed FROM dispute WHERE id = $1", [id])
    )[0];
  const commentsOf = (id: string) => rows("SELECT comment FROM dispute_comment WHERE dispute_id = $1", [id]);

  const rowOf = (orderId: string, id = mintId("dispute", randomBytes(24))) => ({
    id,
    order_id: orderId,
    opened_by: "BUYER",
    reason: "OTHER",
    evidence: ["0"],
    status: "OPEN",
  });

  async function anOrder(): Promise<string> {
    const [buyerId, sellerId, id] = [await aUser(), await aUser(), mintId("order", randomBytes(24))];
    const terms = {
      amount_stroops: "10000000",
      platform_fee_bps: 0,
      currency: "USD",
      title: "x",
      escrow_type: "single-release",
    };
    const row = { id, buyer_id: buyerId, seller_id: sellerId, status: "IN_PROGRESS", ...terms };
    await record(aKey(), { inserts: [{ noun: "orders", row }] });
    return id;
  }

  async function aDispute(): Promise<string> {
    const row = rowOf(await anOrder());
    await record(aKey(), { inserts: [{ noun: "dispute", row }] });
    return row.id;
  }

  /** Changes columns, says something and audits it: all that is said of a dispute without moving it. */
  const said = (id: string, notes: string, allowed = ["OPEN"]): Step => ({
    edits: [{ noun: "dispute", id, while: allowed, set: { notes, evidence: ["0", "1"] } }],
    remarks: [
      {
        table: "dispute_comment",
        row: { id: mintId("disputeComment", randomBytes(24)), dispute_id: id, comment: notes, author: "Ana" },
      },
    ],
    audits: [
      { action: "UPDATE", eventType: "dispute.said", resourceType: "Dispute", resourceId: id, before: {}, after: {} },
    ],
  });

  test("is edited and spoken of in one step, its status stays, and a repeat says nothing twice", async () => {
    const id = await aDispute();
    const [key, step] = [aKey(), said(id, "call them")];
    const twenty = await Promise.all(Array.from({ length: 20 }, () => record(key, step)));
    expect(twenty.filter(Boolean)).toHaveLength(1);
    expect(await disputeOf(id)).toEqual({ status: "OPEN", notes: "call them", evidence: ["0", "1"], changed: true });
    expect(await commentsOf(id)).toEqual([{ comment: "call them" }]);
    expect(await rows("SELECT 1 AS one FROM audit_record WHERE resource_id = $1", [id])).toHaveLength(1);
    expect(await rows("SELECT to_status FROM status_history WHERE noun_id = $1", [id])).toEqual([
      { to_status: "OPEN" },
    ]);
  });

  test("keeps the columns that an edit does not name, and can lose one that it does", async () => {
    const id = await aDispute();
    const set = (columns: object): Step => ({
      edits: [{ noun: "dispute", id, while: ["OPEN"], set: { ...columns } }],
    });
    await record(aKey(), set({ notes: "call them", assigned_to: "Ana" }));
    await record(aKey(), set({ notes: null }));
    expect(await rows("SELECT notes, assigned_to FROM dispute WHERE id = $1", [id])).toEqual([
      { notes: null, assigned_to: "Ana" },
    ]);
  });

  test("in another status, or that is not there, is not edited, and nothing is said", async () => {
    const id = await aDispute();
    const before = await disputeOf(id);
    await expect(record(aKey(), said(id, "late", ["UNDER_REVIEW"]))).rejects.toMatchObject({
      code: "INVALID_STATE",
      details: { currentState: "OPEN", allowedStates: ["UNDER_REVIEW"] },
    });
    const nowhere = {
      ...said(id, "late"),
      edits: [{ noun: "dispute", id: "dsp_no", while: ["OPEN"], set: { notes: "x" } }],
    };
    await expect(record(aKey(), nowhere as Step)).rejects.toMatchObject({ code: "INVALID_STATE" });
    expect([await disputeOf(id), await commentsOf(id)]).toEqual([before, []]);
  });

  test("is not edited when what is said of it in the same step is refused", async () => {
    const id = await aDispute();
    const before = await disputeOf(id);
    const { remarks: [remark] = [], ...rest } = said(id, "x");
    const wrong = {
      ...rest,
      remarks: [{ table: "dispute_comment", row: { ...remark?.row, id: "cmt", comment: null } }],
    };
    await expect(record(aKey(), wrong as Step)).rejects.toMatchObject({ code: "23502" });
    expect(await disputeOf(id)).toEqual(before);
  });

  test("is one per order until it is resolved: of twenty at once one is opened", async () => {
    const orderId = await anOrder();
    const open = () => record(aKey(), { inserts: [{ noun: "dispute", row: rowOf(orderId) }] });
    const results = await Promise.allSettled(Array.from({ length: 20 }, open));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "DISPUTE_ALREADY_OPEN" });
    }
    const [{ id }] = (await rows("SELECT id FROM dispute WHERE order_id = $1", [orderId])) as [{ id: string }];
    await record(aKey(), { moves: [{ noun: "dispute", id, from: ["OPEN"], to: "RESOLVED" }] });
    expect(await open()).toBe(true);
  });

  test.each([
    [
      "an amount without a split",
      { resolution_decision: "FULL_REFUND", release_amount_stroops: "10000000", refund_amount_stroops: "1" },
    ],
    ["a split without amounts", { resolution_decision: "SPLIT" }],
    ["a split of one amount", { resolution_decision: "SPLIT", release_amount_stroops: "1" }],
    ["a share of nothing", { resolution_decision: "SPLIT", release_amount_stroops: "0", refund_amount_stroops: "1" }],
    ["a decision that does not exist", { resolution_decision: "HALF" }],
  ])("cannot be decided as %s", async (_what, set) => {
    const id = await aDispute();
    const edit: Step = { edits: [{ noun: "dispute", id, while: ["OPEN"], set }] };
    await expect(record(aKey(), edit)).rejects.toMatchObject({ code: "23514" });
  });

  test.each([
    "UPDATE dispute_comment SET comment = 'other'",
    "DELETE FROM dispute_comment",
    "TRUNCATE dispute_comment",
  ])("keeps what was said of it: %s is refused", async (sql) => {
    const id = await aDispute();
    await record(aKey(), said(id, "for ever"));
    await expect(db.sql.query(sql)).rejects.toThrow();
    expect(await commentsOf(id)).toEqual([{ comment: "for ever" }]);
  });
});
