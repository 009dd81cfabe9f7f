import { randomUUID } from "node:crypto";
import { AppError } from "../../domain/errors.ts";
import type { Actor } from "./audit.ts";
import { recordUserChange } from "./record-user-change.ts";
import type { Transaction } from "./transaction.ts";

export interface Suspension extends Actor {
  readonly userId: string;
  readonly reason: string;
}

/**
 * From the moment that this is committed, no money of the user leaves: what is being signed or paid holds the row, so that it
 * is waited for. Suspended already, they stay so. @throws AppError USER_NOT_FOUND
 */
export async function suspendUser(tx: Transaction, suspension: Suspension): Promise<void> {
  const status = await lockUser(tx, suspension.userId);
  if (status !== "SUSPENDED") await record(tx, suspension, "user.suspended", status, "SUSPENDED");
}

/** Makes the user again what they were before; who is not suspended stays as they are. @throws AppError USER_NOT_FOUND */
export async function reinstateUser(tx: Transaction, suspension: Suspension): Promise<void> {
  const status = await lockUser(tx, suspension.userId);
  if (status !== "SUSPENDED") return;
  await record(tx, suspension, "user.reinstated", status, await statusBefore(tx, suspension.userId));
}

async function statusBefore(tx: Transaction, userId: string): Promise<string> {
  const rows = await tx.$queryRaw<{ status: string }[]>`SELECT from_status AS status FROM status_history
    WHERE noun = 'users' AND noun_id = ${userId} AND to_status = 'SUSPENDED' ORDER BY id DESC LIMIT 1`;
  return rows[0]?.status ?? "ACTIVE";
}

async function lockUser(tx: Transaction, userId: string): Promise<string> {
  const rows = await tx.$queryRaw<{ status: string }[]>`SELECT status FROM users WHERE id = ${userId} FOR UPDATE`;
  if (!rows[0]) throw new AppError("USER_NOT_FOUND", { userId });
  return rows[0].status;
}

async function record(
  tx: Transaction,
  { userId, reason, actorId, correlationId }: Suspension,
  eventType: string,
  from: string,
  to: string,
): Promise<void> {
  await recordUserChange(tx, {
    key: `user/${userId}#${eventType}/${randomUUID()}`, // the lock and the status let it happen once
    userId,
    eventType,
    change: { moves: [{ noun: "users", id: userId, from: [from], to }] },
    before: { status: from },
    after: { status: to, reason },
    payload: { userId, status: to, reason, by: actorId },
    actor: { actorId, correlationId },
  });
}
