import type { Database } from "../../prisma/client.ts";
import { StepFailure } from "../failures.ts";

type Sql = Pick<Database, "sql">;

/** What must not enter a history, by the id that did. @throws StepFailure STATE_UNEXPECTED when it is gone */
export async function readPrivate({ sql }: Sql, id: string): Promise<string> {
  const { rows } = await sql.query<{ value: string }>("SELECT value FROM private_value WHERE id = $1", [id]);
  if (!rows[0]) throw new StepFailure("STATE_UNEXPECTED", `the private value ${id} is not there`);
  return rows[0].value;
}

export async function forgetPrivate({ sql }: Sql, id: string): Promise<void> {
  await sql.query("DELETE FROM private_value WHERE id = $1", [id]);
}
