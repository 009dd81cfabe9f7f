import type { AuditNote } from "../../domain/step.ts";
import type { NewApiKey } from "../credentials.ts";
import type { ApiKeyRow } from "../reads/api-keys.ts";
import { type Actor, recordAudit } from "./audit.ts";
import type { Transaction } from "./transaction.ts";

export interface ApiKeyDetails {
  readonly name: string | null;
  readonly scopes: readonly string[];
  readonly userId: string | null;
  readonly expiresAt: Date | null;
  /** The key that its maker holds, or "master". */
  readonly createdBy: string;
}

export async function insertApiKey(tx: Transaction, key: NewApiKey, details: ApiKeyDetails, actor: Actor) {
  const { id, salt, hash, maskedKey } = key;
  const { userId, expiresAt, createdBy } = details;
  const name = details.name ?? id;
  const scopes = [...details.scopes];
  const row = await tx.apiKey.create({
    data: { id, name, scopes, userId, salt, hash, maskedKey, expiresAt, createdBy },
  });
  await recordAudit(tx, note("CREATE", "created", id, { before: null, after: shown(row) }), actor);
  return row;
}

/** True when this call revoked it; a revoked key stays so. */
export async function revokeApiKey(tx: Transaction, row: ApiKeyRow, now: Date, actor: Actor): Promise<boolean> {
  const { count } = await tx.apiKey.updateMany({ where: { id: row.id, revokedAt: null }, data: { revokedAt: now } });
  if (count === 0) return false;
  const change = { before: shown(row), after: { revokedAt: now } };
  await recordAudit(tx, note("DELETE", "revoked", row.id, change), actor);
  return true;
}

/** Leaves a trace of a token; the token itself is stored nowhere. */
export const noteToken = (
  tx: Transaction,
  keyId: string,
  token: { readonly scopes: readonly string[]; readonly expiresAt: Date },
  actor: Actor,
): Promise<void> =>
  recordAudit(tx, note("CREATE", "token_issued", keyId, { before: null, after: { ...token } }), actor);

const shown = ({ name, scopes, userId, expiresAt }: ApiKeyRow) => ({ name, scopes, userId, expiresAt });

const note = (
  action: AuditNote["action"],
  verb: string,
  resourceId: string,
  change: Pick<AuditNote, "before" | "after">,
) => ({
  action,
  eventType: `api_key.${verb}`,
  resourceType: "ApiKey",
  resourceId,
  ...change,
});
