import type { Database } from "../../prisma/client.ts";

type Sql = Pick<Database, "sql">;

interface Named {
  readonly eventId: string;
}

/** Keeps an event before anything is done about it; of one that was kept before, tells whether it was passed on. */
export async function storeWebhook(
  { sql }: Sql,
  provider: string,
  event: Named & { readonly type: string; readonly body: object },
): Promise<{ readonly isNew: boolean; readonly isProcessed: boolean }> {
  const { eventId, type, body } = event;
  const { rowCount } = await sql.query(
    "INSERT INTO webhook_inbox (provider, event_id, type, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
    [provider, eventId, type, JSON.stringify(body)],
  );
  const { rows } = await sql.query<{ isProcessed: boolean }>(
    `SELECT processed_at IS NOT NULL AS "isProcessed" FROM webhook_inbox WHERE provider = $1 AND event_id = $2`,
    [provider, eventId],
  );
  return { isNew: rowCount === 1, isProcessed: rows[0]?.isProcessed === true };
}

export async function markProcessed(
  { sql }: Sql,
  { provider, eventId }: Named & { readonly provider: string },
): Promise<void> {
  await sql.query(
    "UPDATE webhook_inbox SET processed_at = clock_timestamp() WHERE provider = $1 AND event_id = $2 AND processed_at IS NULL",
    [provider, eventId],
  );
}
