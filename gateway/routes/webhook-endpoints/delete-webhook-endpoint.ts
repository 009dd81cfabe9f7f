import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { endpointOrDeleted } from "../../reads/webhook-endpoints.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { deleteEndpoint } from "../../writes/webhook-endpoints.ts";
import { DeletedEndpointWire, EndpointParams } from "./schemas.ts";

export const deleteWebhookEndpoint = endpoint(
  {
    method: "delete",
    path: "/webhook-endpoints/{id}",
    operationId: "deleteWebhookEndpoint",
    tag: "Webhook endpoints",
    summary: "Send nothing more there, for ever.",
    access: "support",
    params: EndpointParams,
    shape: "plain",
    status: 200,
    data: DeletedEndpointWire,
    errors: ["NOT_FOUND"],
  },
  async (call) => {
    const { id } = await endpointOrDeleted(call.deps.db, call.caller, call.params.id);
    await inTransaction(call, (tx) => deleteEndpoint(tx, id, actorOf(call)));
    return ok({ id, status: "deleted" as const });
  },
);
