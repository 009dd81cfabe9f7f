import type { StoredEvent } from "../../../domain/events/domain-event.ts";
import { endpointWants } from "../../../domain/events/endpoint-wants.ts";
import { EVERY_EVENT } from "../../../domain/events/event-filter.ts";
import { type Call, endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { invalid } from "../../middleware/validate.ts";
import { eventsAfter, newestSequence } from "../../reads/events.ts";
import { visibleEndpoint } from "../../reads/webhook-endpoints.ts";
import { inTransaction } from "../../writes/in-transaction.ts";
import { replayEvents } from "../../writes/webhook-deliveries.ts";
import { requireStatus } from "../../writes/webhook-endpoints.ts";
import { EndpointParams, ReplayBody, ReplayWire } from "./schemas.ts";

const RANGE_EVENTS_MAX = 5_000;

export const replayWebhookEvents = endpoint(
  {
    method: "post",
    path: "/webhook-endpoints/{id}/replay",
    operationId: "replayWebhookEvents",
    tag: "Webhook endpoints",
    summary: "Send a range of events again: those of them that the endpoint wants.",
    access: "support",
    params: EndpointParams,
    body: ReplayBody,
    shape: "plain",
    status: 200,
    data: ReplayWire,
    errors: ["NOT_FOUND", "INVALID_STATE", "IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7 },
  },
  async (call) => {
    const { params, caller, deps } = call;
    const row = await visibleEndpoint(deps.db, caller, params.id);
    const events = (await eventsInRange(call)).filter((event) => endpointWants(row, event));
    await inTransaction(call, async (tx) => {
      await requireStatus(tx, row.id, ["ACTIVE"]);
      await replayEvents(tx, row.id, events);
    });
    return ok({ replayed: events.length });
  },
);

type Range = Pick<Call<unknown, unknown, { fromSequence: number; toSequence?: number | undefined }>, "body" | "deps">;

/** @throws AppError VALIDATION_ERROR for a range that is none, or too long for one call */
async function eventsInRange({ body, deps }: Range): Promise<readonly StoredEvent[]> {
  const { fromSequence } = body;
  const newest = await newestSequence(deps.db);
  const toSequence = Math.min(body.toSequence ?? newest, newest);
  if (toSequence < fromSequence)
    throw invalid([{ field: "toSequence", message: "is before fromSequence, or nothing is there yet" }]);
  const count = toSequence - fromSequence + 1;
  if (count > RANGE_EVENTS_MAX) {
    throw invalid([{ field: "fromSequence", message: `begins a range of more than ${RANGE_EVENTS_MAX} events` }]);
  }
  return (await eventsAfter(deps.db, fromSequence - 1, EVERY_EVENT, count)).events;
}
