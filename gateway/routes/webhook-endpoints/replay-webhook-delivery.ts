import { AppError } from "../../../domain/errors.ts";
import type { StoredEvent } from "../../../domain/events/domain-event.ts";
import { EVERY_EVENT } from "../../../domain/events/event-filter.ts";
import type { Database } from "../../../prisma/client.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { eventsAfter, sequenceOf } from "../../reads/events.ts";
import { findDelivery } from "../../reads/webhook-deliveries.ts";
import { visibleEndpoint } from "../../reads/webhook-endpoints.ts";
import { inTransaction } from "../../writes/in-transaction.ts";
import { replayEvents } from "../../writes/webhook-deliveries.ts";
import { requireStatus } from "../../writes/webhook-endpoints.ts";
import { DeliveryParams, ReplayWire } from "./schemas.ts";

export const replayWebhookDelivery = endpoint(
  {
    method: "post",
    path: "/webhook-endpoints/{id}/deliveries/{deliveryId}/replay",
    operationId: "replayWebhookDelivery",
    tag: "Webhook endpoints",
    summary: "Send one event again, now; by its own id also one that was never sent there.",
    access: "support",
    params: DeliveryParams,
    shape: "plain",
    status: 200,
    data: ReplayWire,
    errors: ["NOT_FOUND", "INVALID_STATE", "IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7 },
  },
  async (call) => {
    const { params, caller, deps } = call;
    const { id, userId } = await visibleEndpoint(deps.db, caller, params.id);
    const event = await eventOf(deps.db, id, params.deliveryId);
    const isForeign = userId !== null && event?.userId !== userId;
    if (!event || isForeign) throw new AppError("NOT_FOUND", { id: params.deliveryId });
    await inTransaction(call, async (tx) => {
      await requireStatus(tx, id, ["ACTIVE"]);
      await replayEvents(tx, id, [event]);
    });
    return ok({ replayed: 1 });
  },
);

async function eventOf(db: Database, endpointId: string, idOrEventId: string): Promise<StoredEvent | undefined> {
  const delivery = await findDelivery(db, endpointId, idOrEventId);
  const sequence = delivery ? Number(delivery.sequence) : await sequenceOf(db, idOrEventId);
  return sequence === null ? undefined : (await eventsAfter(db, sequence - 1, EVERY_EVENT, 1)).events[0];
}
