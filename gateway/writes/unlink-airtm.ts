import { randomBytes } from "node:crypto";
import { AppError } from "../../domain/errors.ts";
import { ID_ENTROPY_BYTES, mintId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";
import type { Actor } from "./audit.ts";
import type { Transaction } from "./transaction.ts";

interface Linked {
  readonly airtmUserId: string | null;
  readonly linkedAt: Date | null;
}

/** Unlinked already, it stays so. @throws AppError INVALID_STATE {open} while Airtm has a payment of theirs under way */
export const unlinkAirtm = ({ prisma }: Database, userId: string, actor: Actor): Promise<void> =>
  prisma.$transaction(async (tx) => {
    const [user] = await tx.$queryRaw<Linked[]>`
      SELECT airtm_user_id AS "airtmUserId", airtm_linked_at AS "linkedAt" FROM users WHERE id = ${userId} FOR UPDATE`;
    if (!user?.airtmUserId || !user.linkedAt) return;
    const open = await openPayments(tx, userId);
    if (open.length > 0) throw new AppError("INVALID_STATE", { id: userId, currentState: "LINKED", open });
    const step = JSON.stringify(unlinking(userId, user.airtmUserId, user.linkedAt, actor));
    await tx.$queryRaw`SELECT record_step(${step}::jsonb)`;
  });

async function openPayments(tx: Transaction, userId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    (SELECT id FROM topup WHERE user_id = ${userId}
       AND status NOT IN ('TOPUP_SUCCEEDED', 'TOPUP_FAILED', 'TOPUP_CANCELED') LIMIT 20)
    UNION ALL
    (SELECT id FROM withdrawal WHERE user_id = ${userId} AND destination_type <> 'crypto'
       AND status NOT IN ('WITHDRAWAL_COMPLETED', 'WITHDRAWAL_FAILED', 'WITHDRAWAL_CANCELED') LIMIT 20)`;
  return rows.map(({ id }) => id);
}

const mint = (noun: "audit" | "event") => mintId(noun, randomBytes(ID_ENTROPY_BYTES));

function unlinking(userId: string, airtmUserId: string, linkedAt: Date, { actorId, correlationId }: Actor): object {
  const unlinkedAt = new Date().toISOString();
  const eventType = "user.airtm_unlinked";
  const about = { resourceType: "User", resourceId: userId };
  const change = { before: { airtmUserId }, after: { airtmUserId: null } };
  const event = { type: eventType, aggregateType: "User", aggregateId: userId, userId };
  return {
    key: `user/${userId}#airtm-unlinked/${linkedAt.toISOString()}/${airtmUserId}`,
    correlationId,
    edits: [
      {
        noun: "users",
        id: userId,
        while: ["ACTIVE", "SUSPENDED", "PENDING_VERIFICATION"],
        set: { airtm_user_id: null, airtm_email: null, airtm_linked_at: null },
      },
    ],
    audits: [{ id: mint("audit"), action: "UPDATE", eventType, ...about, ...change, actorType: "api_key", actorId }],
    events: [{ id: mint("event"), ...event, payload: { userId, airtmUserId, unlinkedAt } }],
  };
}
