import type { Database } from "../../prisma/client.ts";

/** As a fail-over to a replica that lacked the newest commit: the row is gone, behind the back of the laws that keep it. */
export async function forgetAttempt({ sql }: Pick<Database, "sql">, txId: string): Promise<void> {
  const client = await sql.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query("DELETE FROM chain_transaction WHERE id = $1", [txId]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}
