import type { Database } from "../../prisma/client.ts";
import type { RotatedBatch } from "../../workflows/contracts/rotate-keys.ts";
import type { KeyRing } from "./key-ring.ts";

export interface RotationBatch {
  readonly after: string;
  readonly newestKeyId: string | null;
  readonly limit: number;
}

interface SealedSecret {
  readonly id: string;
  readonly owner: string;
  readonly sealed: string;
}

interface RotationDeps {
  readonly db: Pick<Database, "sql">;
  readonly keyRing: KeyRing;
}

/**
 * Seals the next secrets that are not under the newest key. A row is written only if it still holds what was read, so that two
 * that rotate at once, and one that died in between, leave each secret sealed once under a key of the ring.
 */
export async function rotateBatch(deps: RotationDeps, purpose: string, batch: RotationBatch): Promise<RotatedBatch> {
  const newestKeyId = deps.keyRing.newestKeyId;
  if (batch.newestKeyId !== null && batch.newestKeyId !== newestKeyId) {
    throw new Error(
      `the wallets go to the key ${batch.newestKeyId}, and the newest key of this worker is ${newestKeyId}`,
    );
  }
  const secrets = await olderSecrets(deps.db, newestKeyId, batch);
  const unreadable: string[] = [];
  let rotated = 0;
  for (const secret of secrets) {
    const sealed = sealAnew(deps.keyRing, purpose, secret);
    if (sealed === null) unreadable.push(secret.id);
    else if (await replace(deps.db, secret, sealed)) rotated += 1;
  }
  const isLast = secrets.length < batch.limit;
  return { newestKeyId, rotated, unreadable, after: isLast ? null : (secrets.at(-1)?.id ?? null) };
}

async function olderSecrets({ sql }: RotationDeps["db"], newestKeyId: string, { after, limit }: RotationBatch) {
  const { rows } = await sql.query<SealedSecret>(
    `SELECT id, COALESCE(user_id, 'platform/' || platform_role) AS owner, secret_ciphertext AS sealed FROM wallet
     WHERE split_part(secret_ciphertext, '.', 1) <> $1 AND id > $2 ORDER BY id LIMIT $3`,
    [newestKeyId, after, limit],
  );
  return rows;
}

/** null when it does not open: what went wrong with a secret must not be told with its text. */
function sealAnew(keyRing: KeyRing, purpose: string, { owner, sealed }: SealedSecret): string | null {
  try {
    return keyRing.seal(keyRing.open(sealed, { owner, purpose }), { owner, purpose });
  } catch {
    return null;
  }
}

async function replace({ sql }: RotationDeps["db"], { id, sealed }: SealedSecret, anew: string): Promise<boolean> {
  const { rows } = await sql.query(
    `UPDATE wallet SET secret_ciphertext = $3, updated_at = clock_timestamp()
     WHERE id = $1 AND secret_ciphertext = $2 RETURNING id`,
    [id, sealed, anew],
  );
  return rows.length === 1;
}
