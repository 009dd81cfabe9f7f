import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mintId, type UserId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { transfer } from "../../domain/ledger/entry.ts";
import { balanceEvent } from "../../domain/public-events.ts";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { balanceOf } from "../../prisma/testing/ledger.ts";
import { type TestDatabase, testDatabase } from "../../tests/support/postgres.ts";
import { insertUser } from "../testing/chain-scene.ts";
import { type ArrivedTransfer, creditDeposits, creditedEvents, eventKey, loadPosition } from "./deposits.ts";
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

const arrival = (userId: UserId, stroops = 5n): ArrivedTransfer => ({
  eventId: randomUUID(),
  to: `G${userId}`,
  userId,
  account: ledgerAccounts.available(userId),
  txHash: "ab",
  from: "GOUTSIDE",
  stroops,
  muxedId: null,
  ledger: 7,
});
const position = (cursor: string) => ({ cursor, ledger: 7, closeTimeSeconds: 1 });
const available = (userId: UserId) => balanceOf(db.sql, ledgerAccounts.available(userId));

const shown = (arrived: readonly ArrivedTransfer[]) => ({ arrived, unread: [] });

describe("a page of deposits", () => {
  test("is credited wholly and with its cursor, once, whoever reads it again", async () => {
    const [userId, stream] = [await insertUser(db), randomUUID()];
    const page = [arrival(userId, 1n), arrival(userId, 70_000_000n)];
    const readers = Array.from({ length: 5 }, () => creditDeposits(db, stream, shown(page), position("here")));
    await Promise.all(readers);
    await creditDeposits(db, stream, shown(page), position("here"));
    expect(await available(userId)).toBe(70_000_001n);
    expect((await loadPosition(db, stream)).cursor).toBe("here");
    const { rows } = await db.sql.query(
      `SELECT d.amount_stroops::text AS stroops, e.payload->>'amount' AS amount FROM deposit d
       JOIN event e ON e.payload->>'sourceId' = d.id WHERE d.user_id = $1 ORDER BY d.amount_stroops`,
      [userId],
    );
    expect(rows).toEqual([
      { stroops: "1", amount: "0.0000001" },
      { stroops: "70000000", amount: "7.0000000" },
    ]);
  });

  test("of a network that began anew is credited, though its events have the places of earlier ones", async () => {
    const userId = await insertUser(db);
    const place = randomUUID();
    const at = (txHash: string) => ({ ...arrival(userId), eventId: eventKey({ id: place, txHash }), txHash });
    for (const txHash of ["before", "before", "since", "since"])
      await creditDeposits(db, randomUUID(), shown([at(txHash)]), position("x"));
    expect(await available(userId)).toBe(10n);
    expect(
      (
        await creditedEvents(
          db,
          [at("before"), at("since"), at("never")].map(({ eventId }) => eventId),
        )
      ).sort(),
    ).toEqual([`${place}/before`, `${place}/since`]);
  });

  test("that an earlier release credited, by its place alone, is known", async () => {
    const userId = await insertUser(db);
    const place = randomUUID();
    await creditDeposits(
      db,
      randomUUID(),
      shown([{ ...arrival(userId), eventId: place, txHash: "ab" }]),
      position("x"),
    );
    expect(await creditedEvents(db, [`${place}/ab`, `${place}/cd`])).toEqual([`${place}/ab`]);
  });

  test("of which one part is refused leaves neither a credit nor its cursor", async () => {
    const [userId, stream] = [await insertUser(db), randomUUID()];
    await creditDeposits(db, stream, shown([]), position("before"));
    const page = [arrival(userId), arrival(mintId("user", randomBytes(24)))]; // nobody's wallet
    await expect(creditDeposits(db, stream, shown(page), position("after"))).rejects.toThrow();
    expect([await available(userId), (await loadPosition(db, stream)).cursor]).toEqual([0n, "before"]);
  });

  test("never waits in a circle with a payment of one of its users", async () => {
    const users = await Promise.all(Array.from({ length: 6 }, () => insertUser(db)));
    await creditDeposits(db, "first", shown(users.map((userId) => arrival(userId, 1_000n))), position("first"));
    const pages = Array.from({ length: 10 }, (_, index) => {
      const page = users.map((userId) => arrival(userId));
      return creditDeposits(db, randomUUID(), shown(index % 2 ? page : page.reverse()), position("next"));
    });
    const holds = Array.from({ length: 60 }, (_, index) => hold(users[index % users.length] as UserId));
    await Promise.all([...pages, ...holds]);
    expect(await Promise.all(users.map(available))).toEqual(users.map(() => 1_000n + 10n * 5n - 10n * 3n));
  });

  const hold = (userId: UserId) =>
    recordStep(db.sql, {
      key: randomUUID(),
      caller: { keyId: "key", correlationId: "test" },
      entry: transfer("hold", ledgerAccounts.available(userId), ledgerAccounts.withdrawing(userId), 3n),
      events: [balanceEvent("debited", userId, { amount: "0.0000003" })],
    });
});
