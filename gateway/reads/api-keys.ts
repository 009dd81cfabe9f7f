import type { Database } from "../../prisma/client.ts";
import type { ApiKeyModel } from "../../prisma/generated/models/ApiKey.ts";
import { type PageRequest, pageOf } from "./page.ts";
import { queryRows, rowOf } from "./plain-rows.ts";

export type ApiKeyRow = ApiKeyModel;

/** Asked with every request, so in plain SQL; and asked every time, so that a key dies the moment it is revoked. */
export async function findApiKey(db: Pick<Database, "sql">, id: string): Promise<ApiKeyRow | null> {
  const [key] = await queryRows(db, "SELECT * FROM api_key WHERE id = $1", [id]);
  return key ? rowOf<ApiKeyRow>(key) : null;
}

/** Keys that still work or have only expired; revoked ones are not listed. */
export const listApiKeys = (db: Database, filter: { readonly userId: string | null }, request: PageRequest) =>
  pageOf(db.prisma.apiKey, { revokedAt: null, ...(filter.userId !== null && { userId: filter.userId }) }, request);
