import { randomBytes } from "node:crypto";
import { ID_ENTROPY_BYTES, mintId } from "../../domain/ids.ts";
import type { NewApiKey } from "../credentials.ts";
import type { Transaction } from "./transaction.ts";

export interface ApiKeyDetails {
  readonly name: string | null;
  readonly scopes: readonly string[];
  readonly userId: string | null;
  readonly expiresAt: Date | null;
}

export interface Actor {
  readonly actorId: string;
  readonly correlationId: string;
}

export async function insertApiKey(tx: Transaction, key: NewApiKey, details: ApiKeyDetails, actor: Actor) {
  const { id, salt, hash, maskedKey } = key;
  const { userId, expiresAt } = details;
  const name = details.name ?? id;
  const scopes = [...details.scopes];
  const row = await tx.apiKey.create({ data: { id, name, scopes, userId, salt, hash, maskedKey, expiresAt } });
  const after = { name, scopes, userId, expiresAt: expiresAt?.toISOString() ?? null };
  await tx.auditRecord.create({ data: { ...auditOf("CREATE", "api_key.created", id, actor), payloadAfter: after } });
  return row;
}

/** True when this call revoked it; a revoked key stays so. */
export async function revokeApiKey(tx: Transaction, id: string, now: Date, actor: Actor): Promise<boolean> {
  const { count } = await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  if (count === 0) return false;
  await tx.auditRecord.create({ data: auditOf("DELETE", "api_key.revoked", id, actor) });
  return true;
}

const auditOf = (action: "CREATE" | "DELETE", eventType: string, resourceId: string, actor: Actor) => ({
  id: mintId("audit", randomBytes(ID_ENTROPY_BYTES)),
  action,
  eventType,
  resourceType: "ApiKey",
  resourceId,
  actorType: "api_key",
  result: "SUCCESS",
  ...actor,
});
