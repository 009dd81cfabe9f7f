import { z } from "zod";
import { endpoint } from "../../endpoint.ts";
import { list } from "../../envelope.ts";
import { listEndpoints } from "../../reads/webhook-endpoints.ts";
import { pageFields } from "../../schemas.ts";
import { presentEndpoint } from "./present.ts";
import { EndpointList } from "./schemas.ts";

const ListEndpointsQuery = z.strictObject({ ...pageFields });

export const listWebhookEndpoints = endpoint(
  {
    method: "get",
    path: "/webhook-endpoints",
    operationId: "listWebhookEndpoints",
    tag: "Webhook endpoints",
    summary: "Webhook endpoints, newest first.",
    access: "support",
    query: ListEndpointsQuery,
    shape: "plain",
    status: 200,
    data: EndpointList,
    errors: [],
  },
  async ({ query, caller, deps }) => {
    const { items, page } = await listEndpoints(deps.db, caller, query);
    return list(items.map(presentEndpoint), page);
  },
);
