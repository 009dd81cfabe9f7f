import type { RefillTerms } from "../../domain/chain/intent.ts";
import { stepOf } from "../../domain/facts.ts";
import { formatStroops } from "../../domain/money.ts";
import type { Queryable } from "./record-step.ts";
import { recordStep } from "./record-step.ts";

interface Sql {
  readonly sql: Queryable;
}

export interface WalletToLookAt {
  readonly walletId: string;
  readonly address: string;
}

/** Remembers that a wallet could not pay for a step; asked twice it is one request. */
export async function askForXlm({ sql }: Sql, walletId: string): Promise<void> {
  await sql.query("INSERT INTO refill_request (wallet_id) VALUES ($1) ON CONFLICT DO NOTHING", [walletId]);
}

/** The refill that is under way; null while there is none. */
export async function openRefill({ sql }: Sql): Promise<RefillTerms | null> {
  const { rows } = await sql.query<{ refillId: string; addresses: string[]; stroops: string }>(
    `SELECT id AS "refillId", addresses, xlm_stroops::text AS stroops FROM refill WHERE status = 'REFILL_OPEN'`,
  );
  const [row] = rows;
  return row ? { refillId: row.refillId, addresses: row.addresses, xlm: formatStroops(BigInt(row.stroops)) } : null;
}

/** Those that asked first. */
export async function requestedWallets({ sql }: Sql, limit: number): Promise<readonly WalletToLookAt[]> {
  const { rows } = await sql.query<WalletToLookAt>(
    `SELECT w.id AS "walletId", w.public_key AS address FROM refill_request r JOIN wallet w ON w.id = r.wallet_id
     ORDER BY r.asked_at LIMIT $1`,
    [limit],
  );
  return rows;
}

/** A page of all wallets on the chain that the sponsor refills, by id. */
export async function walletsAfter({ sql }: Sql, after: string, limit: number): Promise<readonly WalletToLookAt[]> {
  const { rows } = await sql.query<WalletToLookAt>(
    `SELECT id AS "walletId", public_key AS address FROM wallet
     WHERE status = 'ACTIVE' AND platform_role IS DISTINCT FROM 'sponsor' AND id > $1 ORDER BY id LIMIT $2`,
    [after, limit],
  );
  return rows;
}

export async function forgetRequests({ sql }: Sql, walletIds: readonly string[]): Promise<void> {
  await sql.query("DELETE FROM refill_request WHERE wallet_id = ANY($1)", [walletIds]);
}

const UNIQUE_VIOLATION = "23505";

/** Writes a new refill down; false when somebody else has opened one meanwhile. */
export async function insertRefill({ sql }: Sql, refill: RefillTerms): Promise<boolean> {
  const caller = { keyId: "system", correlationId: refill.refillId };
  const key = `refill/${refill.refillId}#opened`;
  try {
    return await recordStep(sql, { key, caller, ...stepOf({ kind: "refillOpened", refill }, null) });
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === UNIQUE_VIOLATION && constraint === "refill_open") return false;
    throw error;
  }
}
