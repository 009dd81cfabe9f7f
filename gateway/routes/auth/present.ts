import type { z } from "zod";
import type { ApiKeyRow } from "../../reads/api-keys.ts";
import type { ApiKeyWire } from "./schemas.ts";

export const presentApiKey = (row: ApiKeyRow, marketplaceId: string): z.infer<typeof ApiKeyWire> => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  userId: row.userId,
  maskedKey: row.maskedKey,
  marketplaceId,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
