import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleEndpoint } from "../../reads/webhook-endpoints.ts";
import { makeEndpointSecret } from "../../webhooks/endpoint-secret.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { replaceSecret } from "../../writes/webhook-endpoints.ts";
import { presentEndpoint } from "./present.ts";
import { EndpointParams, EndpointWithSecretWire, RotateSecretBody } from "./schemas.ts";

const HOUR_MS = 60 * 60 * 1000;

export const rotateWebhookSecret = endpoint(
  {
    method: "post",
    path: "/webhook-endpoints/{id}/secret/rotate",
    operationId: "rotateWebhookSecret",
    tag: "Webhook endpoints",
    summary: "Make a new secret, shown this once; the one so far signs beside it for a while.",
    access: "support",
    params: EndpointParams,
    body: RotateSecretBody,
    shape: "plain",
    status: 200,
    data: EndpointWithSecretWire,
    errors: ["NOT_FOUND", "IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7, sealed: true },
  },
  async (call) => {
    const { params, body, caller, deps } = call;
    const { id } = await visibleEndpoint(deps.db, caller, params.id);
    const { secret, sealed } = makeEndpointSecret(deps, id);
    const until = body.overlapHours === 0 ? null : new Date(deps.now().getTime() + body.overlapHours * HOUR_MS);
    const row = await inTransaction(call, async (tx) => {
      await replaceSecret(tx, id, sealed, until, actorOf(call));
      return tx.webhookEndpoint.findUniqueOrThrow({ where: { id } });
    });
    return ok({ ...presentEndpoint(row), secret });
  },
);
