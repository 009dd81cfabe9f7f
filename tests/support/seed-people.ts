import { randomUUID } from "node:crypto";
import { Asset, Horizon, Keypair, Operation, type Transaction, TransactionBuilder } from "@stellar/stellar-sdk";
import { parseKeyRing } from "../../activities/stellar/key-ring.ts";
import { createSigner, type Signer } from "../../activities/stellar/signer.ts";
import { recordStep } from "../../activities/storage/record-step.ts";
import type { Stack } from "../../cli/stack/stack.ts";
import type { UserId } from "../../domain/ids.ts";
import { walletStep } from "../../domain/wallet-facts.ts";
import { createUser } from "../../gateway/writes/create-user.ts";
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

/** A transaction takes twenty signatures: these, and its payer's. */
const PEOPLE_PER_TRANSACTION = 19;

/**
 * People with active wallets, written as the product writes them. The product activates one wallet after another, because
 * they have one sponsor; here strangers open the accounts, a batch each, so that dozens are ready in a moment.
 */
export async function seedPeople(stack: Stack, count: number): Promise<Person[]> {
  const db = openDatabase(stack.urls.database);
  const signer = createSigner({ db, keyRing: parseKeyRing(stack.environment.WALLET_ENCRYPTION_KEYS ?? "") });
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

async function seedBatch(env: Environment, db: Database, signer: Signer, count: number): Promise<Person[]> {
  const people = await Promise.all(Array.from({ length: count }, () => seedPerson(db, signer)));
  await openAccounts(
    env,
    people.map(({ publicKey }) => publicKey),
    signer,
  );
  await Promise.all(people.map((person) => recordActivation(db, person)));
  return people.map(({ userId, publicKey }) => ({ userId, address: publicKey }));
}

async function seedPerson(db: Database, signer: Signer): Promise<NewPerson> {
  const terms = { externalUserId: `user-${randomUUID()}`, email: null, type: "BOTH", metadata: null };
  const user = await createUser(db, { ...terms, actorId: "seed", correlationId: "seed" });
  const userId = user.id as UserId; // minted as one
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
  const caller = { keyId: "seed", correlationId: "seed" };
  const key = `${walletWorkflowId(userId)}#activate`;
  await recordStep(sql, { key, caller, ...walletStep({ kind: "walletActivated", walletId, userId, publicKey }) });
}
