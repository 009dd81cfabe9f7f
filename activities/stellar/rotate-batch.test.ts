import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Account, Asset, Operation, TransactionBuilder } from "@stellar/stellar-sdk";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { behindTheLaws } from "../../tests/support/behind-the-laws.ts";
import { type TestDatabase, testDatabase } from "../../tests/support/postgres.ts";
import { insertUser } from "../testing/chain-scene.ts";
import { parseKeyRing } from "./key-ring.ts";
import { createSigner, type Signer } from "./signer.ts";

const [OLD, NEW] = [`v1:${"1b".repeat(32)}`, `v2:${"2a".repeat(32)}`];

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
beforeEach(() => behindTheLaws(db, "DELETE FROM wallet"));

const signerWith = (ring: string) => createSigner({ db, keyRing: parseKeyRing(ring), deploymentId: null });
const walletsUnder = async (ring: string, count: number) => {
  const made: string[] = [];
  for (let index = 0; index < count; index += 1) {
    made.push((await signerWith(ring).createWallet(await insertUser(db))).publicKey);
  }
  return made;
};
const usage = async () => {
  const { rows } = await db.sql.query<{ key: string; count: number }>(
    "SELECT split_part(secret_ciphertext, '.', 1) AS key, count(*)::int AS count FROM wallet GROUP BY 1",
  );
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
};
async function rotateAll(signer: Signer, limit: number) {
  let [after, rotated]: [string | null, number] = ["", 0];
  while (after !== null) {
    const batch = await signer.rotate({ after, newestKeyId: "v2", limit });
    rotated += batch.rotated;
    after = batch.after;
  }
  return rotated;
}
const sign = async (signer: Signer, publicKey: string) => {
  const transaction = new TransactionBuilder(new Account(publicKey, "1"), { fee: "100", networkPassphrase: "test" })
    .addOperation(Operation.payment({ destination: publicKey, asset: Asset.native(), amount: "1" }))
    .setTimebounds(0, 1_900_000_000)
    .build();
  await signer.sign([publicKey], transaction);
  return transaction.signatures.length;
};

describe("a rotation", () => {
  test("seals every secret under the new key: afterwards the old one opens none, and every wallet still signs", async () => {
    const wallets = await walletsUnder(OLD, 7);
    expect(await rotateAll(signerWith(`${NEW},${OLD}`), 3)).toBe(7);
    expect(await usage()).toEqual({ v2: 7 });
    for (const publicKey of wallets) expect(await sign(signerWith(NEW), publicKey)).toBe(1);
    await expect(sign(signerWith(OLD), wallets[0] ?? "")).rejects.toMatchObject({ problem: "SIGNER_UNAVAILABLE" });
  });

  test("lets wallets sign all the while, and be made", async () => {
    const wallets = await walletsUnder(OLD, 6);
    const signer = signerWith(`${NEW},${OLD}`);
    const [rotated, ...signed] = await Promise.all([rotateAll(signer, 2), ...wallets.map((one) => sign(signer, one))]);
    expect([rotated, signed]).toEqual([6, [1, 1, 1, 1, 1, 1]]);
  });

  test("by two at once changes each secret once", async () => {
    await walletsUnder(OLD, 6);
    const signer = signerWith(`${NEW},${OLD}`);
    const rotated = await Promise.all([rotateAll(signer, 2), rotateAll(signer, 2)]);
    expect(rotated[0] + rotated[1]).toBe(6);
    expect(await usage()).toEqual({ v2: 6 });
  });

  test("repeated changes nothing", async () => {
    await walletsUnder(NEW, 2);
    const before = (await db.sql.query("SELECT * FROM wallet ORDER BY id")).rows;
    expect(await rotateAll(signerWith(`${NEW},${OLD}`), 1)).toBe(0);
    expect((await db.sql.query("SELECT * FROM wallet ORDER BY id")).rows).toEqual(before);
  });

  test("leaves what does not open as it is, names the wallet, and goes on", async () => {
    await walletsUnder(OLD, 2);
    await db.sql.query("UPDATE wallet SET secret_ciphertext = 'v0.a.b.c' WHERE id = (SELECT max(id) FROM wallet)");
    const batch = await signerWith(`${NEW},${OLD}`).rotate({ after: "", newestKeyId: null, limit: 10 });
    const { rows } = await db.sql.query("SELECT max(id) AS id FROM wallet");
    expect(batch).toEqual({ newestKeyId: "v2", rotated: 1, unreadable: [rows[0]?.id], after: null });
    expect(await usage()).toEqual({ v2: 1, v0: 1 });
  });

  test("is not turned back by a worker whose newest key is another one", async () => {
    await walletsUnder(OLD, 1);
    await rotateAll(signerWith(`${NEW},${OLD}`), 10);
    const backward = signerWith(`${OLD},${NEW}`).rotate({ after: "", newestKeyId: "v2", limit: 10 });
    await expect(backward).rejects.toThrow("the wallets go to the key v2");
    expect(await usage()).toEqual({ v2: 1 });
  });
});
