import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Account, Asset, Keypair, Operation, type Transaction, TransactionBuilder } from "@stellar/stellar-sdk";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { behindTheLaws } from "../../tests/support/behind-the-laws.ts";
import { type TestDatabase, testDatabase } from "../../tests/support/postgres.ts";
import { insertUser, TEST_KEY_RING } from "../testing/chain-scene.ts";
import { problemOf } from "../testing/problem-of.ts";
import { parseKeyRing } from "./key-ring.ts";
import { createSigner } from "./signer.ts";

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

const signerWith = (ring: string) => createSigner({ db, keyRing: parseKeyRing(ring), deploymentId: null });
const signer = () => signerWith(TEST_KEY_RING);

const aTransaction = (source: string): Transaction =>
  new TransactionBuilder(new Account(source, "1"), { fee: "100", networkPassphrase: "test" })
    .addOperation(Operation.payment({ destination: source, asset: Asset.native(), amount: "1" }))
    .setTimebounds(0, 1_900_000_000)
    .build();

test("an owner has one key for ever, also when twenty ask at once", async () => {
  const owner = await insertUser(db);
  const wallets = await Promise.all(Array.from({ length: 20 }, () => signer().createWallet(owner)));
  expect(new Set(wallets.map((wallet) => JSON.stringify(wallet))).size).toBe(1);
  const platform = await Promise.all([1, 2, 3].map(() => signer().createWallet("platform/sponsor")));
  expect(new Set(platform.map(({ publicKey }) => publicKey)).size).toBe(1);
  expect(platform[0]?.publicKey).not.toBe(wallets[0]?.publicKey);
});

test("a signature is valid for the wallet's own key", async () => {
  const { publicKey } = await signer().createWallet(await insertUser(db));
  const transaction = aTransaction(publicKey);
  await signer().sign([publicKey], transaction);
  const [signature] = transaction.signatures;
  expect(transaction.signatures).toHaveLength(1);
  const bytes = signature?.signature;
  expect(bytes && Keypair.fromPublicKey(publicKey).verify(transaction.hash(), signatureBytes(bytes))).toBe(true);
});

test("the secret lies in the database only sealed", async () => {
  const { publicKey } = await signer().createWallet(await insertUser(db));
  const { rows } = await db.sql.query("SELECT secret_ciphertext FROM wallet WHERE public_key = $1", [publicKey]);
  expect(JSON.stringify(rows)).toMatch(/v2\./);
  expect(JSON.stringify(rows)).not.toMatch(/S[A-Z2-7]{55}/);
});

describe("nothing is signed", () => {
  const refused = async (ring: string, publicKeys: string[]) => {
    const transaction = aTransaction(publicKeys[0] ?? "");
    const problem = await problemOf(signerWith(ring).sign(publicKeys, transaction));
    return [problem, transaction.signatures.length];
  };

  test("for an address that is not ours, nor by the one beside it that is", async () => {
    const { publicKey } = await signer().createWallet(await insertUser(db));
    const stranger = Keypair.random().publicKey();
    expect(await refused(TEST_KEY_RING, [publicKey, stranger])).toEqual(["SIGNER_UNAVAILABLE", 0]);
  });

  test("when the key ring has lost the key", async () => {
    const { publicKey } = await signer().createWallet(await insertUser(db));
    expect(await refused(`v2:${"77".repeat(32)}`, [publicKey])).toEqual(["SIGNER_UNAVAILABLE", 0]);
  });

  test("when a row was given another one's secret or address", async () => {
    const [one, other] = [await insertUser(db), await insertUser(db)];
    const [mine, theirs] = [await signer().createWallet(one), await signer().createWallet(other)];
    await db.sql.query(
      "UPDATE wallet SET secret_ciphertext = (SELECT secret_ciphertext FROM wallet WHERE id = $2) WHERE id = $1",
      [mine.walletId, theirs.walletId],
    );
    expect(await refused(TEST_KEY_RING, [mine.publicKey])).toEqual(["SIGNER_UNAVAILABLE", 0]);
    const impostor = Keypair.random().publicKey();
    await behindTheLaws(db, "UPDATE wallet SET public_key = $2 WHERE id = $1", [theirs.walletId, impostor]);
    expect(await refused(TEST_KEY_RING, [impostor])).toEqual(["SIGNER_UNAVAILABLE", 0]);
  });
});

const signatureBytes = (signature: { value: Uint8Array } | Uint8Array): Uint8Array =>
  signature instanceof Uint8Array ? signature : signature.value;
