import { createHash, randomBytes } from "node:crypto";
import { ID_ENTROPY_BYTES, mintId, type UserId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";
import { isDuplicate, retried } from "../database-errors.ts";
import { findUserByExternalId, type UserRow } from "../reads/users.ts";

export interface NewUser {
  readonly externalUserId: string;
  readonly email: string | null;
  readonly type: string;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly actorId: string;
  readonly correlationId: string;
}

const mint = <N extends "user" | "event" | "audit">(noun: N) => mintId(noun, randomBytes(ID_ENTROPY_BYTES));

/** Row, event and audit row in one statement. The same `externalUserId` is the same user, however many ask at once. */
export async function createUser(db: Database, user: NewUser): Promise<UserRow> {
  const existing = await findUserByExternalId(db, user.externalUserId);
  if (existing) return existing;
  const step = JSON.stringify(creationOf(mint("user"), user));
  await retried(() => db.sql.query("SELECT record_step($1)", [step])).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
  });
  const row = await findUserByExternalId(db, user.externalUserId);
  if (!row) throw new Error("a user was recorded and is not there");
  return row;
}

function creationOf(id: UserId, user: NewUser): object {
  const { externalUserId, email, type, metadata, actorId, correlationId } = user;
  const digest = createHash("sha256").update(externalUserId).digest("hex");
  const row = { id, external_user_id: externalUserId, email, type, status: "ACTIVE", metadata };
  const redacted = { externalUserId, type, status: "ACTIVE", email: email && "[redacted]" };
  return {
    key: `user/${digest}`,
    correlationId,
    inserts: [{ noun: "users", row }],
    events: [
      {
        id: mint("event"),
        type: "user.created",
        aggregateType: "User",
        aggregateId: id,
        userId: id,
        payload: { userId: id, externalUserId, email, type, status: "ACTIVE" },
      },
    ],
    audits: [
      {
        id: mint("audit"),
        action: "CREATE",
        eventType: "user.created",
        resourceType: "User",
        resourceId: id,
        before: null,
        after: redacted,
        actorType: "api_key",
        actorId,
      },
    ],
  };
}
