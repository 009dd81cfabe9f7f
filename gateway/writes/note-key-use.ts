import type { Database } from "../../prisma/client.ts";

const EVERY_MS = 60_000;

/** When the key was last used, to the minute: not a write for every request. */
export async function noteKeyUse(
  db: Database,
  key: { readonly id: string; readonly lastUsedAt: Date | null },
  now: Date,
): Promise<void> {
  if (key.lastUsedAt && now.getTime() - key.lastUsedAt.getTime() < EVERY_MS) return;
  await db.prisma.apiKey.updateMany({ where: { id: key.id }, data: { lastUsedAt: now } });
}
