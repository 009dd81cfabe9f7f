import type { Database } from "../../prisma/client.ts";
import { queryRows } from "../reads/plain-rows.ts";
import type { Transaction } from "./transaction.ts";

/** One key of one caller on one path. */
export interface RequestKey {
  readonly scope: string;
  readonly key: string;
}

export interface KeptRequest {
  readonly fingerprint: string;
  readonly answer: { readonly status: number; readonly body: string; readonly sealed: boolean } | null;
  /** How often it was refused so far: names the next attempt. */
  readonly attempt: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Registers the request, or finds the earlier one with this key. One of many at once inserts, all read the same row. */
export async function registerRequest(
  db: Database,
  { scope, key }: RequestKey,
  fingerprint: string,
  keepDays: number,
  now: Date,
): Promise<KeptRequest> {
  const expiresAt = new Date(now.getTime() + keepDays * DAY_MS);
  const [registered] = await queryRows<{ attempt: number }>(
    db,
    `INSERT INTO idempotency_request (scope, key, fingerprint, expires_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (scope, key) DO NOTHING RETURNING attempt`,
    [scope, key, fingerprint, expiresAt],
  );
  if (registered) return { fingerprint, answer: null, attempt: registered.attempt };
  const row = await db.prisma.idempotencyRequest.findUniqueOrThrow({ where: { scope_key: { scope, key } } });
  const answer = row.status === null ? null : { status: row.status, body: row.body ?? "", sealed: row.sealed };
  return { fingerprint: row.fingerprint, answer, attempt: row.attempt };
}

/** Keeps a final answer; the first one stays. */
export async function keepAnswer(
  db: Transaction,
  { scope, key }: RequestKey,
  answer: { readonly status: number; readonly body: string; readonly sealed: boolean },
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

export async function removeExpiredRequests(db: Database, now: Date): Promise<number> {
  return (await db.prisma.idempotencyRequest.deleteMany({ where: { expiresAt: { lt: now } } })).count;
}
