import { randomBytes } from "node:crypto";
import { Keypair, type Transaction } from "@stellar/stellar-sdk";
import { mintId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";
import type { RotatedBatch } from "../../workflows/contracts/rotate-keys.ts";
import { StepFailure } from "../failures.ts";
import { requireNone, type SigningRefusal } from "../storage/may-sign.ts";
import type { KeyRing } from "./key-ring.ts";
import { type RotationBatch, rotateBatch } from "./rotate-batch.ts";

/** The only door to a secret key. Behind it: the key ring now, a KMS or another machine later. */
export interface Signer {
  /** Adds a signature per public key. @throws StepFailure SIGNER_UNAVAILABLE, SIGNING_FROZEN or FENCE_LOST, with nothing signed */
  sign(publicKeys: readonly string[], transaction: Transaction): Promise<void>;
  /** Makes the key of "usr_…" or "platform/<role>", or finds the one it has: an owner has one key for ever. */
  createWallet(owner: string): Promise<{ readonly walletId: string; readonly publicKey: string }>;
  /** Seals a batch of secrets anew, under the newest key. @throws Error when another key than `newestKeyId` is the newest here */
  rotate(batch: RotationBatch): Promise<RotatedBatch>;
}

export interface SignerDeps {
  readonly db: Pick<Database, "sql">;
  readonly keyRing: KeyRing;
  /** The name under which this deployment signs; null: that of its database. */
  readonly deploymentId: string | null;
}

const PURPOSE = "stellar-account";
const PLATFORM = "platform/";

interface SealedKey {
  readonly owner: string;
  readonly publicKey: string;
  readonly sealed: string;
}

export const createSigner = (deps: SignerDeps): Signer => ({
  async sign(publicKeys, transaction) {
    const keys = await openKeys(deps, publicKeys);
    transaction.sign(...keys);
  },
  createWallet: (owner) => createWallet(deps, owner),
  rotate: (batch) => rotateBatch(deps, PURPOSE, batch),
});

/**
 * Every use of a key passes here, so this is where a freeze or a lost fence stops all of them. What slips through between
 * this look and the commit of the signature, the database refuses there.
 */
async function openKeys({ db, keyRing, deploymentId }: SignerDeps, publicKeys: readonly string[]): Promise<Keypair[]> {
  const { rows } = await db.sql.query<SealedKey & { refusal: SigningRefusal | null }>(
    `SELECT COALESCE(user_id, 'platform/' || platform_role) AS owner, public_key AS "publicKey",
      secret_ciphertext AS sealed, signing_refusal($2) AS refusal FROM wallet WHERE public_key = ANY($1)`,
    [publicKeys, deploymentId],
  );
  requireNone(rows[0]?.refusal ?? null);
  return publicKeys.map((publicKey) => {
    const row = rows.find((candidate) => candidate.publicKey === publicKey);
    if (!row) throw new StepFailure("SIGNER_UNAVAILABLE", `no key of ours belongs to ${publicKey}`);
    return openKey(keyRing, row);
  });
}

function openKey(keyRing: KeyRing, { owner, publicKey, sealed }: SealedKey): Keypair {
  const keypair = readKey(keyRing, { owner, publicKey, sealed });
  if (keypair.publicKey() !== publicKey) {
    throw new StepFailure("SIGNER_UNAVAILABLE", `the secret stored for ${publicKey} is another account's`);
  }
  return keypair;
}

function readKey(keyRing: KeyRing, { owner, publicKey, sealed }: SealedKey): Keypair {
  try {
    return Keypair.fromSecret(keyRing.open(sealed, { owner, purpose: PURPOSE }));
  } catch {
    // the error is dropped: whatever went wrong with a secret must not be told with its text
    throw new StepFailure("SIGNER_UNAVAILABLE", `the secret of ${publicKey} does not open under the key ring`);
  }
}

async function createWallet({ db, keyRing }: SignerDeps, owner: string) {
  const keypair = Keypair.random();
  const role = owner.startsWith(PLATFORM) ? owner.slice(PLATFORM.length) : null;
  const sealed = keyRing.seal(keypair.secret(), { owner, purpose: PURPOSE });
  await db.sql.query(
    `INSERT INTO wallet (id, user_id, platform_role, public_key, secret_ciphertext) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING`,
    [mintId("wallet", randomBytes(24)), role === null ? owner : null, role, keypair.publicKey(), sealed],
  );
  const { rows } = await db.sql.query<{ walletId: string; publicKey: string }>(
    `SELECT id AS "walletId", public_key AS "publicKey" FROM wallet
      WHERE user_id = $1 OR 'platform/' || platform_role = $1`,
    [owner],
  );
  const [wallet] = rows;
  if (!wallet) throw new StepFailure("SIGNER_UNAVAILABLE", `the wallet of ${owner} was not stored`);
  return wallet;
}
