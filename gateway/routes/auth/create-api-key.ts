import { heldKeyOf } from "../../caller.ts";
import { makeApiKey } from "../../credentials.ts";
import { endpoint } from "../../endpoint.ts";
import { created } from "../../envelope.ts";
import { boundUserIdFor, refuseLongerLife, refuseStrongerScopes } from "../../grants.ts";
import { insertApiKey } from "../../writes/api-keys.ts";
import { marketplaceIdOf } from "../../writes/ensure-installation.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { presentApiKey } from "./present.ts";
import { CreateApiKeyBody, NewApiKeyWire } from "./schemas.ts";

export const createApiKey = endpoint(
  {
    method: "post",
    path: "/auth/api-keys",
    operationId: "createApiKey",
    tag: "Auth",
    summary: "Create an API key; the key itself is shown this once.",
    access: "support",
    body: CreateApiKeyBody,
    shape: "plain",
    status: 201,
    data: NewApiKeyWire,
    errors: ["IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7, sealed: true },
  },
  async (call) => {
    const { body, caller, deps } = call;
    refuseStrongerScopes(caller, body.scopes);
    const details = {
      name: body.name ?? null,
      scopes: body.scopes,
      userId: boundUserIdFor(caller, body.userId ?? null),
      expiresAt: body.expiresAt ? new Date(body.expiresAt) : null,
      createdBy: heldKeyOf(caller),
    };
    refuseLongerLife(caller, details.expiresAt);
    const key = makeApiKey(deps.config.keyEnvironment);
    const row = await inTransaction(call, (tx) => insertApiKey(tx, key, details, actorOf(call)));
    return created({ ...presentApiKey(row, await marketplaceIdOf(deps.db)), key: key.fullKey });
  },
);
