import type { Database } from "../../prisma/client.ts";

type Sql = Pick<Database, "sql">;

/** Keeps what must not enter a workflow's history, for whoever is given the id. */
export async function keepPrivateValue({ sql }: Sql, id: string, value: string): Promise<void> {
  await sql.query("INSERT INTO private_value (id, value) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING", [id, value]);
}

export async function forgetPrivateValue({ sql }: Sql, id: string): Promise<void> {
  await sql.query("DELETE FROM private_value WHERE id = $1", [id]);
}

/** What is as old as this is read by nobody any more. */
export async function removeOldPrivateValues({ sql }: Sql): Promise<void> {
  await sql.query("DELETE FROM private_value WHERE created_at < now() - interval '1 day'");
}
