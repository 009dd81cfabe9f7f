import { AppError } from "../../../domain/errors.ts";
import { fingerprintOfMaster, signToken } from "../../credentials.ts";
import { endpoint } from "../../endpoint.ts";
import { created } from "../../envelope.ts";
import { invalid } from "../../middleware/validate.ts";
import { noteToken } from "../../writes/api-keys.ts";
import { marketplaceIdOf } from "../../writes/ensure-installation.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { CreateTokenBody, TokenWire } from "./schemas.ts";
import { tokenLife } from "./token-life.ts";

export const createToken = endpoint(
  {
    method: "post",
    path: "/auth/token",
    operationId: "createToken",
    tag: "Auth",
    summary: "A short-lived token of the master key, for the master key only.",
    access: "support",
    body: CreateTokenBody,
    shape: "plain",
    status: 201,
    data: TokenWire,
    errors: ["IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7, sealed: true },
  },
  async (call) => {
    const { body, caller, deps } = call;
    if (!caller.isMaster) {
      throw new AppError("INSUFFICIENT_SCOPE", { requiredScope: "master", currentScopes: caller.scopes });
    }
    if (body.marketplaceId !== (await marketplaceIdOf(deps.db))) {
      throw invalid([{ field: "marketplaceId", message: "is not the one of this installation" }]);
    }
    const { scopes } = body;
    const { iat, exp, expiresAt } = tokenLife(deps.now(), body.ttlSeconds, []);
    await inTransaction(call, (tx) => noteToken(tx, "master", { scopes, expiresAt }, actorOf(call)));
    const of = fingerprintOfMaster(deps.config.masterKey);
    const claims = { sub: "master", scopes, type: "short-lived" as const, iat, exp, of };
    return created({ token: signToken(claims, deps.config.tokenSecret), expiresAt: expiresAt.toISOString() });
  },
);
