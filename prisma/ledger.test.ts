import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { balancedEntries, trueBalances } from "../tests/support/invariants/ledger.ts";
import { type TestDatabase, testDatabase } from "../tests/support/postgres.ts";
import { type Database, openDatabase } from "./client.ts";
import { balanceOf, post } from "./testing/ledger.ts";

let database: TestDatabase;
let db: Database;
/** Accounts and keys of its own for each test. */
const fresh = (name: string) => `${name}-${randomUUID()}`;
const raw = (text: string, values: unknown[] = []) => db.sql.query(text, values);

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.url, { connectionsMax: 20 });
});
afterAll(async () => {
  const broken = [...(await balancedEntries({ db })), ...(await trueBalances({ db }))];
  await db.close();
  await database.drop();
  expect(broken).toEqual([]);
});

describe("an entry", () => {
  test("moves money from account to account, and keeps their versions", async () => {
    const [a, b] = [fresh("user/a"), fresh("user/b")];
    await post(db.sql, fresh("key"), { "world/stellar": -70, [a]: 70 });
    await post(db.sql, fresh("key"), { [a]: -30, [b]: 30 });
    expect([await balanceOf(db.sql, a), await balanceOf(db.sql, b)]).toEqual([40n, 30n]);
    const { rows } = await raw("SELECT version FROM ledger_account WHERE name = $1", [a]);
    expect(rows).toEqual([{ version: "2" }]);
  });

  test.each([
    ["does not sum to zero", { "world/stellar": -70, "user/x": 71 }, "OH004"],
    ["has one posting", { "world/stellar": -70 }, "OH004"],
    ["has no posting", {}, "OH004"],
    ["moves nothing", { "world/stellar": 0, "user/x": 0 }, "23514"],
    ["is above 64 bits", { "world/stellar": -(2n ** 64n), "user/x": 2n ** 64n }, "22003"],
  ])("that %s is refused, and leaves nothing", async (_what, amounts, code) => {
    const key = fresh("key");
    await expect(post(db.sql, key, amounts)).rejects.toMatchObject({ code });
    expect((await raw("SELECT 1 FROM ledger_entry WHERE idempotency_key = $1", [key])).rows).toEqual([]);
    expect(await balanceOf(db.sql, "user/x")).toBe(0n);
  });

  test("that names an account twice is refused", async () => {
    const twice = `[{"account": "user/t", "stroops": "5"}, {"account": "user/t", "stroops": "-5"}]`;
    const posted = raw("SELECT post_entry($1, 'test', $2)", [fresh("key"), twice]);
    await expect(posted).rejects.toMatchObject({ code: "23505" });
  });

  test("is made once per key, for ever, whatever a second one with the key would move", async () => {
    const [key, a] = [fresh("key"), fresh("user/a")];
    expect(await post(db.sql, key, { "world/stellar": -70, [a]: 70 })).toBe(true);
    expect(await post(db.sql, key, { "world/stellar": -70, [a]: 70 })).toBe(false);
    expect(await post(db.sql, key, { "world/stellar": -1, [a]: 1 })).toBe(false);
    expect(await balanceOf(db.sql, a)).toBe(70n);
  });

  test("is made once when twenty ask at the same time", async () => {
    const [key, a] = [fresh("key"), fresh("user/a")];
    const twenty = Array.from({ length: 20 }, () => post(db.sql, key, { "world/stellar": -70, [a]: 70 }));
    expect((await Promise.all(twenty)).filter(Boolean)).toHaveLength(1);
    expect(await balanceOf(db.sql, a)).toBe(70n);
  });
});

describe("an account", () => {
  test.each(["user/usr_a/available", "user/usr_a/reserved", "order/ord_o/escrow", "fees/platform", "worldly"])(
    "%s is never below zero",
    async (name) => {
      const account = fresh(name);
      await post(db.sql, fresh("key"), { "world/stellar": -70, [account]: 70 });
      const overdraft = post(db.sql, fresh("key"), { [account]: -71, "world/stellar": 71 });
      await expect(overdraft).rejects.toMatchObject({ code: "23514", constraint: "ledger_account_not_below_zero" });
      expect(await balanceOf(db.sql, account)).toBe(70n);
    },
  );

  test.each(["world/stellar", "world/airtm", "suspense/unexplained"])(
    "%s may be, it stands for outside",
    async (name) => {
      const account = fresh("user/a");
      await post(db.sql, fresh("key"), { [name]: -1_000_000, [account]: 1_000_000 });
      expect(await balanceOf(db.sql, name)).toBeLessThan(0n);
    },
  );

  test("cannot be born with money", async () => {
    for (const values of ["'user/rich', 5, 0", "'user/rich', 0, 5", "'world/rich', -5, 0"]) {
      const birth = raw(`INSERT INTO ledger_account (name, balance, version) VALUES (${values})`);
      await expect(birth).rejects.toMatchObject({ code: "OH003" });
    }
  });
});

describe("nobody can, by hand,", () => {
  test.each([
    ["set a balance", "UPDATE ledger_account SET balance = balance + 1"],
    ["rename an account", "UPDATE ledger_account SET name = name || 'x'"],
    ["change nothing of an account", "UPDATE ledger_account SET version = version"],
    ["remove an account", "DELETE FROM ledger_account"],
    ["change an entry", "UPDATE ledger_entry SET idempotency_key = 'again'"],
    ["remove an entry", "DELETE FROM ledger_entry"],
    ["change a posting", "UPDATE ledger_posting SET amount = 1"],
    ["remove a posting", "DELETE FROM ledger_posting"],
    ["empty the ledger", "TRUNCATE ledger_posting, ledger_entry, ledger_account"],
  ])("%s", async (_what, sql) => {
    await post(db.sql, fresh("key"), { "world/stellar": -70, [fresh("user/a")]: 70 });
    await expect(raw(sql)).rejects.toMatchObject({ code: "OH003" });
  });

  test("add a posting to an entry that was made", async () => {
    const key = fresh("key");
    await post(db.sql, key, { "world/stellar": -70, [fresh("user/a")]: 70 });
    await post(db.sql, fresh("key"), { "world/airtm": -70, [fresh("user/a")]: 70 });
    const addition = raw(
      `INSERT INTO ledger_posting (entry_id, account_id, amount)
       SELECT e.id, a.id, 5 FROM ledger_entry e, ledger_account a WHERE e.idempotency_key = $1 AND a.name = 'world/airtm'`,
      [key],
    );
    await expect(addition).rejects.toMatchObject({ code: "OH004" });
  });

  test("write an entry without its postings", async () => {
    const alone = raw("INSERT INTO ledger_entry (idempotency_key, kind) VALUES ('alone', 'test')");
    await expect(alone).rejects.toMatchObject({ code: "OH004" });
  });
});

test("fifty transfers at once among few accounts all arrive, without a deadlock or a lost stroop", async () => {
  const accounts = Array.from({ length: 4 }, () => fresh("user/hot"));
  const [first = "", ...others] = accounts;
  await post(db.sql, fresh("key"), { "world/stellar": -4_000, [first]: 4_000 });
  for (const other of others) await post(db.sql, fresh("key"), { [first]: -1_000, [other]: 1_000 });
  const transfers = Array.from({ length: 50 }, (_, index) => {
    const [from, to] = [accounts[index % 4] ?? "", accounts[(index + 1 + (index % 3)) % 4] ?? ""];
    return { from, to, amount: index + 1 };
  });
  await Promise.all(
    transfers.map(({ from, to, amount }) => post(db.sql, fresh("key"), { [from]: -amount, [to]: amount })),
  );
  for (const account of accounts) {
    const expected = transfers.reduce(
      (sum, { from, to, amount }) => sum + (to === account ? amount : 0) - (from === account ? amount : 0),
      1_000,
    );
    expect(await balanceOf(db.sql, account)).toBe(BigInt(expected));
  }
});

test("of twenty that want the same last money exactly one gets it", async () => {
  const [rich, winner] = [fresh("user/rich"), fresh("user/winner")];
  await post(db.sql, fresh("key"), { "world/stellar": -120, [rich]: 120 });
  const twenty = Array.from({ length: 20 }, () => post(db.sql, fresh("key"), { [rich]: -120, [winner]: 120 }));
  const results = await Promise.allSettled(twenty);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect([await balanceOf(db.sql, rich), await balanceOf(db.sql, winner)]).toEqual([0n, 120n]);
});

test("any entries in any order keep every law, or are refused", async () => {
  const names = ["world/stellar", "user/p", "user/q", "order/r/escrow"].map(fresh);
  const lines = fc.dictionary(fc.constantFrom(...names), fc.integer({ min: -50, max: 50 }), { maxKeys: 4 });
  await fc.assert(
    fc.asyncProperty(lines, async (amounts) => {
      const before = await Promise.all(names.map((name) => balanceOf(db.sql, name)));
      const after = names.map((name, index) => (before[index] ?? 0n) + BigInt(amounts[name] ?? 0));
      const values = Object.values(amounts);
      const isLawful =
        values.length >= 2 &&
        values.every((amount) => amount !== 0) &&
        values.reduce((sum, amount) => sum + amount, 0) === 0 &&
        after.every((balance, index) => balance >= 0n || names[index]?.startsWith("world/"));
      const posted = await post(db.sql, fresh("any"), amounts).catch(() => false);
      expect(posted).toBe(isLawful);
      expect(await Promise.all(names.map((name) => balanceOf(db.sql, name)))).toEqual(isLawful ? after : before);
    }),
    { numRuns: 100, examples: [[{ [names[0] ?? ""]: -9, [names[1] ?? ""]: 9 }]] },
  );
});
