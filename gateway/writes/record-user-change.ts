import { randomBytes } from "node:crypto";
import { ID_ENTROPY_BYTES, mintId } from "../../domain/ids.ts";
import type { Actor } from "./audit.ts";
import type { Transaction } from "./transaction.ts";

/** Something that was done to a user: row, audit and event in one statement. */
export interface UserChange {
  /** Recorded once for ever. */
  readonly key: string;
  readonly userId: string;
  /** What happened, in the audit log and as the event's type. */
  readonly eventType: string;
  /** The `moves` or `edits` of the row, as `record_step` takes them. */
  readonly change: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
}

const mint = (noun: "audit" | "event") => mintId(noun, randomBytes(ID_ENTROPY_BYTES));

export async function recordUserChange(tx: Transaction, change: UserChange): Promise<void> {
  const { userId, eventType, before, after, payload } = change;
  const { actorId, correlationId } = change.actor;
  const about = { resourceType: "User", resourceId: userId };
  const step = JSON.stringify({
    key: change.key,
    correlationId,
    ...change.change,
    audits: [
      { id: mint("audit"), action: "UPDATE", eventType, ...about, before, after, actorType: "api_key", actorId },
    ],
    events: [{ id: mint("event"), type: eventType, aggregateType: "User", aggregateId: userId, userId, payload }],
  });
  await tx.$queryRaw`SELECT record_step(${step}::jsonb)`;
}
