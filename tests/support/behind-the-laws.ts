import type { Database } from "../../prisma/client.ts";

/** Changes what the database's laws keep from changing, as a fail-over, a restore or a superuser would: no trigger runs. */
export async function behindTheLaws(
  { sql }: Pick<Database, "sql">,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = await sql.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    const { rows } = await client.query(statement, [...values]);
    await client.query("COMMIT");
    return rows;
  } finally {
    client.release();
  }
}
