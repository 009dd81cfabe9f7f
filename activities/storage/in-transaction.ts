import type { Database } from "../../prisma/client.ts";
import type { Queryable } from "./record-step.ts";

/** All of it or nothing. */
export async function inTransaction<Result>(
  { sql }: Pick<Database, "sql">,
  run: (sql: Queryable) => Promise<Result>,
): Promise<Result> {
  const client = await sql.connect();
  try {
    await client.query("BEGIN");
    const result = await run(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // a connection that may still be inside the transaction is nobody's any more
    await client.query("ROLLBACK").then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}
