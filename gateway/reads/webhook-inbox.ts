import type { Database } from "../../prisma/client.ts";

export interface InboxEvent {
  readonly provider: string;
  readonly eventId: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What was kept and not passed on, oldest first. */
export async function unprocessedWebhooks({ sql }: Pick<Database, "sql">, limit: number): Promise<InboxEvent[]> {
  const { rows } = await sql.query<InboxEvent>(
    `SELECT provider, event_id AS "eventId", type, body FROM webhook_inbox
     WHERE processed_at IS NULL ORDER BY received_at LIMIT $1`,
    [limit],
  );
  return rows;
}
