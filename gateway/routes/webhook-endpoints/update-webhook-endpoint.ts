import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleEndpoint } from "../../reads/webhook-endpoints.ts";
import { checkUrl } from "../../webhooks/check-url.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { updateEndpoint } from "../../writes/webhook-endpoints.ts";
import { presentEndpoint } from "./present.ts";
import { EndpointParams, EndpointWire, UpdateEndpointBody } from "./schemas.ts";

export const updateWebhookEndpoint = endpoint(
  {
    method: "post",
    path: "/webhook-endpoints/{id}",
    operationId: "updateWebhookEndpoint",
    tag: "Webhook endpoints",
    summary: "Change where events go, or which.",
    access: "support",
    params: EndpointParams,
    body: UpdateEndpointBody,
    shape: "plain",
    status: 200,
    data: EndpointWire,
    errors: ["NOT_FOUND", "IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7 },
  },
  async (call) => {
    const { params, body, caller, deps } = call;
    const before = await visibleEndpoint(deps.db, caller, params.id);
    const { url, eventTypes, description } = body;
    if (url !== undefined) checkUrl(deps, url);
    const change = {
      ...(url !== undefined && { url }),
      ...(eventTypes && { eventTypes }),
      ...(description !== undefined && { description }),
    };
    const row = await inTransaction(call, async (tx) => {
      await updateEndpoint(tx, before, change, actorOf(call));
      return tx.webhookEndpoint.findUniqueOrThrow({ where: { id: before.id } });
    });
    return ok(presentEndpoint(row));
  },
);
