import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleEndpoint } from "../../reads/webhook-endpoints.ts";
import { presentEndpoint } from "./present.ts";
import { EndpointParams, EndpointWire } from "./schemas.ts";

export const getWebhookEndpoint = endpoint(
  {
    method: "get",
    path: "/webhook-endpoints/{id}",
    operationId: "getWebhookEndpoint",
    tag: "Webhook endpoints",
    summary: "One webhook endpoint.",
    access: "support",
    params: EndpointParams,
    shape: "plain",
    status: 200,
    data: EndpointWire,
    errors: ["NOT_FOUND"],
  },
  async ({ params, caller, deps }) => ok(presentEndpoint(await visibleEndpoint(deps.db, caller, params.id))),
);
