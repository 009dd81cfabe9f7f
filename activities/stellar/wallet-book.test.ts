import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { type TestDatabase, testDatabase } from "../../tests/support/postgres.ts";
import { insertUser, TEST_KEY_RING } from "../testing/chain-scene.ts";
import { problemOf } from "../testing/problem-of.ts";
import { parseKeyRing } from "./key-ring.ts";
import { createSigner } from "./signer.ts";
import { createWalletBook } from "./wallet-book.ts";

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

const activate = (walletId: string) => db.sql.query("UPDATE wallet SET status = 'ACTIVE' WHERE id = $1", [walletId]);

test("wallets come in the order they were asked for, and only when active", async () => {
  const signer = createSigner({ db, keyRing: parseKeyRing(TEST_KEY_RING), deploymentId: null });
  const book = createWalletBook(db);
  const [one, other] = [await insertUser(db), await insertUser(db)];
  expect(await problemOf(book.active(one))).toBe("WALLET_NOT_READY");
  const [first, second] = [await signer.createWallet(one), await signer.createWallet(other)];
  const platform = await signer.createWallet("platform/sponsor");
  await activate(first.walletId);
  await activate(platform.walletId);
  expect(await problemOf(book.active(one, other))).toBe("WALLET_NOT_READY");
  await activate(second.walletId);
  const wallets = await book.active(other, "platform/sponsor", one);
  expect(wallets.map(({ publicKey }) => publicKey)).toEqual([second.publicKey, platform.publicKey, first.publicKey]);
});

test("a wallet seen active is not asked for again", async () => {
  const signer = createSigner({ db, keyRing: parseKeyRing(TEST_KEY_RING), deploymentId: null });
  const userId = await insertUser(db);
  await activate((await signer.createWallet(userId)).walletId);
  let queries = 0;
  const counting = {
    sql: Object.create(db.sql, {
      query: {
        value: (...args: unknown[]) => {
          queries += 1;
          return Reflect.apply(db.sql.query, db.sql, args);
        },
      },
    }),
  };
  const book = createWalletBook(counting);
  await book.active(userId);
  await book.active(userId, userId);
  expect(queries).toBe(1);
});
