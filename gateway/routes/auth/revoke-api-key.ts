import { AppError } from "../../../domain/errors.ts";
import { maySee } from "../../caller.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { findApiKey } from "../../reads/api-keys.ts";
import { revokeApiKey as revoke } from "../../writes/api-keys.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { ApiKeyParams, RevokedApiKeyWire } from "./schemas.ts";

export const revokeApiKey = endpoint(
  {
    method: "delete",
    path: "/auth/api-keys/{id}",
    operationId: "revokeApiKey",
    tag: "Auth",
    summary: "Revoke an API key and its tokens, at once and for ever.",
    access: "support",
    params: ApiKeyParams,
    shape: "plain",
    status: 200,
    data: RevokedApiKeyWire,
    errors: ["NOT_FOUND"],
  },
  async (call) => {
    const { params, caller, deps } = call;
    const { id } = params;
    const row = await findApiKey(deps.db, id);
    if (!row || !maySee(caller, row.userId ?? "")) throw new AppError("NOT_FOUND", { id });
    const now = deps.now();
    const revoked = await inTransaction(call, (tx) => revoke(tx, row, now, actorOf(call)));
    const revokedAt = revoked ? now : ((await findApiKey(deps.db, id))?.revokedAt ?? now);
    return ok({ id, status: "revoked" as const, revokedAt: revokedAt.toISOString() });
  },
);
