import type { Database } from "../../prisma/client.ts";
import { type PageRequest, pageOf } from "./page.ts";

export type ApiKeyRow = NonNullable<Awaited<ReturnType<typeof findApiKey>>>;

export const findApiKey = (db: Database, id: string) => db.prisma.apiKey.findUnique({ where: { id } });

/** Keys that still work or have only expired; revoked ones are not listed. */
export const listApiKeys = (db: Database, filter: { readonly userId: string | null }, request: PageRequest) =>
  pageOf(db.prisma.apiKey, { revokedAt: null, ...(filter.userId !== null && { userId: filter.userId }) }, request);
