import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleEndpoint } from "../../reads/webhook-endpoints.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { writeTestEvent } from "../../writes/webhook-endpoints.ts";
import { EndpointParams, TestEventWire } from "./schemas.ts";

export const testWebhookEndpoint = endpoint(
  {
    method: "post",
    path: "/webhook-endpoints/{id}/test",
    operationId: "testWebhookEndpoint",
    tag: "Webhook endpoints",
    summary: "Send an event of the type webhook_endpoint.test, whatever the endpoint wants otherwise.",
    access: "support",
    params: EndpointParams,
    shape: "plain",
    status: 200,
    data: TestEventWire,
    errors: ["NOT_FOUND", "INVALID_STATE", "IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7 },
  },
  async (call) => {
    const { id } = await visibleEndpoint(call.deps.db, call.caller, call.params.id);
    const eventId = await inTransaction(call, (tx) => writeTestEvent(tx, id, actorOf(call)));
    return ok({ eventId });
  },
);
