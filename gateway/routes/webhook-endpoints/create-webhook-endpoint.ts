import { randomBytes } from "node:crypto";
import { ID_ENTROPY_BYTES, mintId } from "../../../domain/ids.ts";
import { endpoint } from "../../endpoint.ts";
import { created } from "../../envelope.ts";
import { boundUserIdFor } from "../../grants.ts";
import { checkUrl } from "../../webhooks/check-url.ts";
import { makeEndpointSecret } from "../../webhooks/endpoint-secret.ts";
import { marketplaceIdOf } from "../../writes/ensure-installation.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { insertEndpoint } from "../../writes/webhook-endpoints.ts";
import { presentEndpoint } from "./present.ts";
import { CreateEndpointBody, EndpointWithSecretWire } from "./schemas.ts";

export const createWebhookEndpoint = endpoint(
  {
    method: "post",
    path: "/webhook-endpoints",
    operationId: "createWebhookEndpoint",
    tag: "Webhook endpoints",
    summary: "Have events sent to an address, signed as Standard Webhooks says; the secret is shown this once.",
    access: "support",
    body: CreateEndpointBody,
    shape: "plain",
    status: 201,
    data: EndpointWithSecretWire,
    errors: ["IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7, sealed: true },
  },
  async (call) => {
    const { body, caller, deps } = call;
    checkUrl(deps, body.url);
    const id = mintId("webhookEndpoint", randomBytes(ID_ENTROPY_BYTES));
    const { secret, sealed } = makeEndpointSecret(deps, id);
    const endpoint = {
      id,
      url: body.url,
      description: body.description ?? null,
      eventTypes: body.eventTypes ?? ["*"],
      userId: boundUserIdFor(caller, body.userId ?? null),
      sealedSecret: sealed,
    };
    await marketplaceIdOf(deps.db); // so that the worker finds it in what it sends
    const row = await inTransaction(call, async (tx) => {
      await insertEndpoint(tx, endpoint, actorOf(call));
      return tx.webhookEndpoint.findUniqueOrThrow({ where: { id } });
    });
    return created({ ...presentEndpoint(row), secret });
  },
);
