import { randomBytes } from "node:crypto";
import { Asset, Horizon, Keypair, Operation, type Transaction, TransactionBuilder } from "@stellar/stellar-sdk";
import { parseKeyRing } from "../../activities/stellar/key-ring.ts";
import { createSigner, type Signer } from "../../activities/stellar/signer.ts";
import { type Queryable, recordStep } from "../../activities/storage/record-step.ts";
import type { Stack } from "../../cli/stack/stack.ts";
import { ID_ENTROPY_BYTES, mintId, type UserId } from "../../domain/ids.ts";
import { walletStep } from "../../domain/wallet-facts.ts";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { walletWorkflowId } from "../../workflows/contracts/wallet.ts";

export interface Person {
  readonly userId: string;
  readonly address: string;
}

interface NewPerson {
  readonly userId: UserId;
  readonly walletId: string;
  readonly publicKey: string;
}

const SEEDER = { keyId: "seed", correlationId: "seed" };
/** A transaction takes twenty signatures: these, and its payer's. */
const PEOPLE_PER_TRANSACTION = 19;

/**
 * People with active wallets, written as the product writes them. The product activates one wallet after another, because
 * they have one sponsor; here strangers open the accounts, a batch each, so that dozens are ready in a moment.
 */
export async function seedPeople(stack: Stack, count: number): Promise<Person[]> {
  const db = openDatabase(stack.urls.database);
  const signer = signerOf(stack.environment, db.sql);
  try {
    const batches = Array.from({ length: Math.ceil(count / PEOPLE_PER_TRANSACTION) }, (_, index) =>
      seedBatch(
        stack.environment,
        db,
        signer,
        Math.min(count - index * PEOPLE_PER_TRANSACTION, PEOPLE_PER_TRANSACTION),
      ),
    );
    return (await Promise.all(batches)).flat();
  } finally {
    await db.close();
  }
}

type Environment = Stack["environment"];

/** The signer only queries, which a connection does as well as the pool. */
const signerOf = (env: Environment, sql: Queryable): Signer =>
  createSigner({
    db: { sql: sql as Database["sql"] },
    keyRing: parseKeyRing(env.WALLET_ENCRYPTION_KEYS ?? ""),
    deploymentId: env.DEPLOYMENT_ID ?? null,
  });

async function seedBatch(env: Environment, db: Database, signer: Signer, count: number): Promise<Person[]> {
  const people = await newPeople(env, db, count);
  const addresses = people.map(({ publicKey }) => publicKey);
  await openAccounts(env, addresses, signer);
  await Promise.all(people.map((person) => recordActivation(db, person)));
  return people.map(({ userId, publicKey }) => ({ userId, address: publicKey }));
}

/** In one transaction, or the gateway would see users without a wallet and have the product make them one. */
async function newPeople(env: Environment, { sql }: Database, count: number): Promise<NewPerson[]> {
  const client = await sql.connect();
  try {
    const signer = signerOf(env, client);
    const people: NewPerson[] = [];
    await client.query("BEGIN");
    for (let made = 0; made < count; made += 1) people.push(await newPerson(client, signer));
    await client.query("COMMIT");
    return people;
  } finally {
    client.release();
  }
}

async function newPerson(sql: Queryable, signer: Signer): Promise<NewPerson> {
  const userId = mintId("user", randomBytes(ID_ENTROPY_BYTES));
  const row = { id: userId, external_user_id: `seeded ${userId}`, type: "BOTH", status: "ACTIVE" };
  const event = { type: "user.created", aggregateType: "User", aggregateId: userId, userId, payload: row };
  await recordStep(sql, { key: `user/${userId}`, caller: SEEDER, inserts: [{ noun: "users", row }], events: [event] });
  return { userId, ...(await signer.createWallet(userId)) };
}

async function openAccounts(env: Environment, addresses: readonly string[], signer: Signer): Promise<void> {
  const payer = Keypair.random();
  await fetch(`${env.STELLAR_FRIENDBOT_URL}?addr=${payer.publicKey()}`);
  const horizon = new Horizon.Server(env.STELLAR_HORIZON_URL ?? "", { allowHttp: true });
  const asset = new Asset("USDC", env.STELLAR_USDC_ISSUER);
  const networkPassphrase = env.STELLAR_NETWORK_PASSPHRASE ?? "";
  const builder = new TransactionBuilder(await horizon.loadAccount(payer.publicKey()), {
    fee: "1000",
    networkPassphrase,
  });
  for (const address of addresses) {
    builder.addOperation(Operation.createAccount({ destination: address, startingBalance: "20" }));
    builder.addOperation(Operation.changeTrust({ source: address, asset }));
  }
  const transaction: Transaction = builder.setTimeout(120).build();
  transaction.sign(payer);
  await signer.sign(addresses, transaction);
  await horizon.submitTransaction(transaction);
}

async function recordActivation({ sql }: Database, { userId, walletId, publicKey }: NewPerson): Promise<void> {
  const key = `${walletWorkflowId(userId)}#activate`;
  const step = walletStep({ kind: "walletActivated", walletId, userId, publicKey });
  await recordStep(sql, { key, caller: SEEDER, ...step });
}
