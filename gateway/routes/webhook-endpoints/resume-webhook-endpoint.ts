import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleEndpoint } from "../../reads/webhook-endpoints.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { resumeEndpoint } from "../../writes/webhook-endpoints.ts";
import { presentEndpoint } from "./present.ts";
import { EndpointParams, EndpointWire } from "./schemas.ts";

export const resumeWebhookEndpoint = endpoint(
  {
    method: "post",
    path: "/webhook-endpoints/{id}/resume",
    operationId: "resumeWebhookEndpoint",
    tag: "Webhook endpoints",
    summary: "Go on with a paused endpoint where it stopped.",
    access: "support",
    params: EndpointParams,
    shape: "plain",
    status: 200,
    data: EndpointWire,
    errors: ["NOT_FOUND", "INVALID_STATE", "IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7 },
  },
  async (call) => {
    const { id } = await visibleEndpoint(call.deps.db, call.caller, call.params.id);
    const row = await inTransaction(call, async (tx) => {
      await resumeEndpoint(tx, id, actorOf(call));
      return tx.webhookEndpoint.findUniqueOrThrow({ where: { id } });
    });
    return ok(presentEndpoint(row));
  },
);
