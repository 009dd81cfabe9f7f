import type { Database } from "../../prisma/client.ts";
import type { ApiKeyModel } from "../../prisma/generated/models/ApiKey.ts";
import { type PageRequest, pageOf } from "./page.ts";
import { rowOf } from "./row-of.ts";

export type ApiKeyRow = ApiKeyModel;

/** Asked with every request, so in plain SQL; and asked every time, so that a key dies the moment it is revoked. */
export async function findApiKey({ sql }: Pick<Database, "sql">, id: string): Promise<ApiKeyRow | null> {
  const { rows } = await sql.query("SELECT * FROM api_key WHERE id = $1", [id]);
  return rows[0] ? rowOf<ApiKeyRow>(rows[0]) : null;
}

/** Keys that still work or have only expired; revoked ones are not listed. */
export const listApiKeys = (db: Database, filter: { readonly userId: string | null }, request: PageRequest) =>
  pageOf(db.prisma.apiKey, { revokedAt: null, ...(filter.userId !== null && { userId: filter.userId }) }, request);
