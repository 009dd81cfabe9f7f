import { AppError } from "../../domain/errors.ts";
import type { Database } from "../../prisma/client.ts";
import type { Actor } from "./audit.ts";
import { recordUserChange, type UserChange } from "./record-user-change.ts";
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
    await recordUserChange(tx, unlinking(userId, user.airtmUserId, user.linkedAt, actor));
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

const unlinking = (userId: string, airtmUserId: string, linkedAt: Date, actor: Actor): UserChange => ({
  key: `user/${userId}#airtm-unlinked/${linkedAt.toISOString()}/${airtmUserId}`,
  userId,
  eventType: "user.airtm_unlinked",
  change: {
    edits: [
      {
        noun: "users",
        id: userId,
        while: ["ACTIVE", "SUSPENDED", "PENDING_VERIFICATION"],
        set: { airtm_user_id: null, airtm_email: null, airtm_linked_at: null },
      },
    ],
  },
  before: { airtmUserId },
  after: { airtmUserId: null },
  payload: { userId, airtmUserId, unlinkedAt: new Date().toISOString() },
  actor,
});
