import type { Database } from "../../prisma/client.ts";
import { queryRows } from "../reads/plain-rows.ts";
import type { Transaction } from "./transaction.ts";

/** One key of one principal on one path. */
export interface RequestKey {
  readonly scope: string;
  readonly key: string;
}

export interface KeptRequest {
  readonly fingerprint: string;
  /** null before it was final, and again once it is old. */
  readonly answer: { readonly status: number; readonly body: string; readonly sealed: boolean } | null;
  /** How often it was refused so far: names the next attempt. */
  readonly attempt: number;
}

/** How long a request without an answer is known. */
export interface RequestLife {
  /** True: only its answer is ever forgotten. */
  readonly namesStay: boolean;
  /** null: never. */
  readonly expiresAt: Date | null;
}

/** Registers the request, or finds the earlier one with this key. One of many at once inserts, all read the same row. */
export async function registerRequest(
  db: Database,
  { scope, key }: RequestKey,
  fingerprint: string,
  { namesStay, expiresAt }: RequestLife,
): Promise<KeptRequest> {
  const [registered] = await queryRows<{ attempt: number }>(
    db,
    `INSERT INTO idempotency_request (scope, key, fingerprint, names_stay, expires_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (scope, key) DO NOTHING RETURNING attempt`,
    [scope, key, fingerprint, namesStay, expiresAt],
  );
  if (registered) return { fingerprint, answer: null, attempt: registered.attempt };
  const row = await db.prisma.idempotencyRequest.findUniqueOrThrow({ where: { scope_key: { scope, key } } });
  const answer = row.status === null ? null : { status: row.status, body: row.body ?? "", sealed: row.sealed };
  return { fingerprint: row.fingerprint, answer, attempt: row.attempt };
}

/** Keeps a final answer, for a time that begins now; the first one stays. */
export async function keepAnswer(
  db: Transaction,
  { scope, key }: RequestKey,
  answer: NonNullable<KeptRequest["answer"]> & { readonly expiresAt: Date | null },
): Promise<void> {
  await db.idempotencyRequest.updateMany({ where: { scope, key, status: null }, data: answer });
}

/** Counts a refusal once, however many twins saw it. */
export async function countRefusal(db: Database, { scope, key }: RequestKey, attempt: number): Promise<void> {
  await db.prisma.idempotencyRequest.updateMany({
    where: { scope, key, status: null, attempt },
    data: { attempt: attempt + 1 },
  });
}

/** Takes the lock of the key for the time of the transaction; it goes with the transaction, whatever ends it. */
export async function lockRequest(tx: Transaction, { scope, key }: RequestKey): Promise<boolean> {
  const name = JSON.stringify([scope, key]);
  const rows = await tx.$queryRaw<
    { locked: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS locked`;
  return rows[0]?.locked === true;
}

/**
 * Forgets old answers. What names a payment stays: another request under the same key is refused, and the same one meets the
 * payment, for as long as there is one. Returns how many were forgotten.
 */
export async function removeExpiredRequests({ prisma }: Database, now: Date): Promise<number> {
  const isOld = { expiresAt: { lt: now } };
  const nothing = { status: null, body: null, sealed: false, expiresAt: null };
  const removed = await prisma.idempotencyRequest.deleteMany({ where: { ...isOld, namesStay: false } });
  const emptied = await prisma.idempotencyRequest.updateMany({ where: { ...isOld, namesStay: true }, data: nothing });
  return removed.count + emptied.count;
}
