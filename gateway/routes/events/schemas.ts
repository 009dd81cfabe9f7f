import { z } from "zod";
import { AGGREGATE_TYPES, isEventPattern } from "../../../domain/events/event-nouns.ts";
import { Id, pageFields, Timestamp } from "../../schemas.ts";

const commaList = z
  .string()
  .max(2_000)
  .transform((text) => text.split(",").map((part) => part.trim()));

const aggregateTypeOf = (text: string): string | undefined =>
  AGGREGATE_TYPES.find((type) => type.toLowerCase() === text.toLowerCase());

export const ListEventsQuery = z.strictObject({
  types: commaList
    .refine((types) => types.every(isEventPattern), "must be event types or wildcards such as order.*")
    .optional()
    .meta({
      description: "Event types, separated by commas or repeated; `order.*` and `*` are wildcards.",
      type: "string",
    }),
  resourceTypes: commaList
    .refine((types) => types.every(aggregateTypeOf), `must be of ${AGGREGATE_TYPES.join(", ")}`)
    .transform((types) => types.map((type) => aggregateTypeOf(type) ?? type))
    .optional()
    .meta({ description: "Aggregate types, separated by commas or repeated.", type: "string" }),
  userId: Id.optional(),
  cursor: Id.optional().meta({ description: "As `since`, and wins over it; the header Last-Event-ID wins over both." }),
  since: Id.optional().meta({
    description: "What was read last: an event's id, a sequence number or an ISO time. Without it a stream begins now.",
  }),
  limit: pageFields.limit,
});

export const DomainEventWire = z
  .object({
    eventId: z.string(),
    eventType: z.string(),
    occurredAt: Timestamp,
    aggregateId: z.string(),
    aggregateType: z.string(),
    payload: z.record(z.string(), z.unknown()),
    metadata: z.object({
      correlationId: z.string().nullable(),
      causationId: z.string().nullable(),
      userId: z.string().nullable(),
      marketplaceId: z.string(),
    }),
    sequence: z.number().int().meta({ description: "Grows by one from event to event, without a gap." }),
  })
  .meta({ id: "DomainEvent" });

export const DomainEventList = z.array(DomainEventWire).readonly();
