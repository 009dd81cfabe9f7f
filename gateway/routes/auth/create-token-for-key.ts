import { AppError } from "../../../domain/errors.ts";
import { heldKeyOf, maySee } from "../../caller.ts";
import { signToken } from "../../credentials.ts";
import { endpoint } from "../../endpoint.ts";
import { created } from "../../envelope.ts";
import { tokenScopesFor } from "../../grants.ts";
import { findApiKey } from "../../reads/api-keys.ts";
import { noteToken } from "../../writes/api-keys.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { ApiKeyParams, CreateTokenForKeyBody, TokenWire } from "./schemas.ts";
import { tokenLife } from "./token-life.ts";

export const createTokenForKey = endpoint(
  {
    method: "post",
    path: "/auth/api-keys/{id}/token",
    operationId: "createTokenForKey",
    tag: "Auth",
    summary: "A short-lived token in place of an API key; it dies with the key.",
    access: "write",
    params: ApiKeyParams,
    body: CreateTokenForKeyBody,
    shape: "plain",
    status: 201,
    data: TokenWire,
    errors: ["IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7, sealed: true },
  },
  async (call) => {
    const { params, body, caller, deps } = call;
    const { id } = params;
    const key = await findApiKey(deps.db, id);
    if (!key || !(caller.keyId === id || maySee(caller, key.userId ?? ""))) throw new AppError("UNAUTHORIZED");
    const now = deps.now();
    if (key.revokedAt || (key.expiresAt && key.expiresAt <= now)) throw new AppError("INVALID_API_KEY");
    const scopes = tokenScopesFor(caller, key);
    const life = tokenLife(now, body.ttl, [key.expiresAt, caller.expiresAt]);
    await inTransaction(call, (tx) => noteToken(tx, id, { scopes, expiresAt: life.expiresAt }, actorOf(call)));
    const by = heldKeyOf(caller);
    const claims = {
      sub: id,
      scopes,
      type: "short-lived" as const,
      iat: life.iat,
      exp: life.exp,
      ...(by !== id && { by }),
    };
    return created({ token: signToken(claims, deps.config.tokenSecret), expiresAt: life.expiresAt.toISOString() });
  },
);
