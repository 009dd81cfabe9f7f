import type { Database } from "../../prisma/client.ts";
import type { Queryable } from "./record-step.ts";

/** An event of the token that this release cannot read, with all that the node said of it. */
export interface EventToKeep {
  readonly id: string;
  readonly ledger: number;
  readonly txHash: string;
  readonly reason: string;
  readonly raw: object;
}

/** Keeps what could not be read, under a name that no later network gives to another event, in the transaction that moves the cursor past it. */
export async function keepUnread(sql: Queryable, stream: string, events: readonly EventToKeep[]): Promise<void> {
  for (const { id, ledger, txHash, reason, raw } of events) {
    await sql.query(
      `INSERT INTO unread_event (id, stream, ledger, tx_hash, raw, reason) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO NOTHING`,
      [`${id}/${txHash}`, stream, ledger, txHash, JSON.stringify(raw), reason],
    );
  }
}

/** Those that no release has read yet, oldest first. */
export async function openUnread({ sql }: Pick<Database, "sql">): Promise<EventToKeep[]> {
  const { rows } = await sql.query<EventToKeep>(
    `SELECT id, ledger, tx_hash AS "txHash", reason, raw FROM unread_event WHERE read_at IS NULL
     ORDER BY first_seen_at, id LIMIT 1000`,
  );
  return rows;
}

export async function markRead({ sql }: Pick<Database, "sql">, id: string): Promise<void> {
  await sql.query("UPDATE unread_event SET read_at = clock_timestamp() WHERE id = $1 AND read_at IS NULL", [id]);
}
