import { AppError } from "../../../domain/errors.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { findDelivery } from "../../reads/webhook-deliveries.ts";
import { visibleEndpoint } from "../../reads/webhook-endpoints.ts";
import { presentDeliveryWithAttempts } from "./present.ts";
import { DeliveryParams, DeliveryWithAttemptsWire } from "./schemas.ts";

export const getWebhookDelivery = endpoint(
  {
    method: "get",
    path: "/webhook-endpoints/{id}/deliveries/{deliveryId}",
    operationId: "getWebhookDelivery",
    tag: "Webhook endpoints",
    summary: "One delivery with all its attempts.",
    access: "support",
    params: DeliveryParams,
    shape: "plain",
    status: 200,
    data: DeliveryWithAttemptsWire,
    errors: ["NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    const { id } = await visibleEndpoint(deps.db, caller, params.id);
    const row = await findDelivery(deps.db, id, params.deliveryId);
    if (!row) throw new AppError("NOT_FOUND", { id: params.deliveryId });
    return ok(presentDeliveryWithAttempts(row));
  },
);
