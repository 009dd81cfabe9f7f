import { z } from "zod";
import { EVENT_PATTERN } from "../../../domain/events/event-nouns.ts";
import { Id, pageFields, Timestamp } from "../../schemas.ts";

export const EndpointParams = z.strictObject({ id: Id });
export const DeliveryParams = z.strictObject({
  id: Id,
  deliveryId: Id.meta({ description: "The delivery's id, or its event's." }),
});

const Url = z.url().max(2_048).meta({ description: "https, on the internet; redirects are not followed." });
const EventTypes = z
  .array(z.string().regex(EVENT_PATTERN, "must be an event type, or a wildcard such as order.*"))
  .min(1)
  .max(50)
  .meta({ description: "Types and wildcards: `order.*`, `*`." });
const Description = z.string().max(500).nullish();

export const CreateEndpointBody = z.strictObject({
  url: Url,
  eventTypes: EventTypes.nullish().meta({ description: "Types and wildcards; all of them without it." }),
  userId: Id.nullish().meta({ description: "Only events of this user." }),
  description: Description,
});
export const UpdateEndpointBody = z.strictObject({
  url: Url.optional(),
  eventTypes: EventTypes.optional(),
  description: Description,
});
const OVERLAP_HOURS = 24;
export const RotateSecretBody = z.strictObject({
  overlapHours: z
    .number()
    .min(0)
    .max(168)
    .default(OVERLAP_HOURS)
    .meta({ description: "How long the secret so far signs too, beside the new one (24)." }),
});
const Sequence = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
export const ReplayBody = z.strictObject({
  fromSequence: Sequence,
  toSequence: Sequence.optional().meta({ description: "Inclusive; without it the newest event." }),
});
export const ListDeliveriesQuery = z.strictObject({
  status: z.enum(["PENDING", "DELIVERED", "FAILED", "HELD", "CANCELED"]).optional(),
  eventId: Id.optional(),
  ...pageFields,
});

export const EndpointWire = z
  .object({
    id: z.string(),
    url: z.string(),
    description: z.string().nullable(),
    eventTypes: z.array(z.string()),
    userId: z.string().nullable(),
    status: z.enum(["ACTIVE", "PAUSED"]),
    pausedReason: z.enum(["GONE", "FAILING"]).nullable(),
    pausedAt: Timestamp.nullable(),
    failingSince: Timestamp.nullable().meta({ description: "Of the first failure since anything was taken." }),
    sequence: z.number().int().meta({ description: "The newest event that was looked at for it." }),
    previousSecretExpiresAt: Timestamp.nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "WebhookEndpoint" });
export const EndpointList = z.array(EndpointWire).readonly();
export const EndpointWithSecretWire = EndpointWire.extend({
  secret: z.string().meta({ description: "Shown this once." }),
}).meta({ id: "WebhookEndpointWithSecret" });
export const DeletedEndpointWire = z
  .object({ id: z.string(), status: z.literal("deleted") })
  .meta({ id: "DeletedWebhookEndpoint" });

export const DeliveryWire = z
  .object({
    id: z.string(),
    webhookEndpointId: z.string(),
    eventId: z.string(),
    eventType: z.string(),
    sequence: z.number().int(),
    status: z
      .enum(["PENDING", "DELIVERED", "FAILED", "HELD", "CANCELED"])
      .meta({ description: "HELD: waits until its endpoint is resumed. FAILED: three days of attempts are over." }),
    round: z.number().int().meta({ description: "Grows with every replay." }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "WebhookDelivery" });
export const DeliveryList = z.array(DeliveryWire).readonly();
export const DeliveryWithAttemptsWire = DeliveryWire.extend({
  attempts: z.array(
    z.object({
      round: z.number().int(),
      number: z.number().int(),
      attemptedAt: Timestamp,
      durationMs: z.number().int(),
      statusCode: z.number().int().nullable().meta({ description: "null when there was no answer." }),
      error: z.string().nullable(),
      answerPrefix: z.string().nullable().meta({ description: "The first 500 characters of the answer." }),
    }),
  ),
}).meta({ id: "WebhookDeliveryWithAttempts" });

export const TestEventWire = z.object({ eventId: z.string() }).meta({ id: "WebhookTestEvent" });
export const ReplayWire = z.object({ replayed: z.number().int() }).meta({ id: "WebhookReplay" });
