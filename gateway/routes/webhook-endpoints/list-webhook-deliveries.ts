import { endpoint } from "../../endpoint.ts";
import { list } from "../../envelope.ts";
import { listDeliveries } from "../../reads/webhook-deliveries.ts";
import { visibleEndpoint } from "../../reads/webhook-endpoints.ts";
import { presentDelivery } from "./present.ts";
import { DeliveryList, EndpointParams, ListDeliveriesQuery } from "./schemas.ts";

export const listWebhookDeliveries = endpoint(
  {
    method: "get",
    path: "/webhook-endpoints/{id}/deliveries",
    operationId: "listWebhookDeliveries",
    tag: "Webhook endpoints",
    summary: "What was or will be sent to an endpoint, newest first.",
    access: "support",
    params: EndpointParams,
    query: ListDeliveriesQuery,
    shape: "plain",
    status: 200,
    data: DeliveryList,
    errors: ["NOT_FOUND"],
  },
  async ({ params, query, caller, deps }) => {
    const { id } = await visibleEndpoint(deps.db, caller, params.id);
    const { status, eventId, ...request } = query;
    const { items, page } = await listDeliveries(deps.db, id, { status, eventId }, request);
    return list(items.map(presentDelivery), page);
  },
);
