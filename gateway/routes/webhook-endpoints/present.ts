import type { z } from "zod";
import type { DeliveryRow, findDelivery } from "../../reads/webhook-deliveries.ts";
import type { EndpointRow } from "../../reads/webhook-endpoints.ts";
import type { DeliveryWire, DeliveryWithAttemptsWire, EndpointWire } from "./schemas.ts";

type Endpoint = z.infer<typeof EndpointWire>;
type Delivery = z.infer<typeof DeliveryWire>;
type DeliveryRowWithAttempts = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

const isoOf = (time: Date | null): string | null => time?.toISOString() ?? null;

export const presentEndpoint = (row: EndpointRow): Endpoint => ({
  id: row.id,
  url: row.url,
  description: row.description,
  eventTypes: row.eventTypes,
  userId: row.userId,
  status: row.status as Endpoint["status"], // checked by the database; deleted ones are not shown
  pausedReason: row.pausedReason as Endpoint["pausedReason"], // checked by the database
  pausedAt: isoOf(row.pausedAt),
  failingSince: isoOf(row.failingSince),
  sequence: Number(row.cursor),
  previousSecretExpiresAt: isoOf(row.previousSecretExpiresAt),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const presentDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  webhookEndpointId: row.endpointId,
  eventId: row.event.id,
  eventType: row.event.type,
  sequence: Number(row.sequence),
  status: row.status as Delivery["status"], // checked by the database
  round: row.round,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const presentDeliveryWithAttempts = (
  row: DeliveryRowWithAttempts,
): z.infer<typeof DeliveryWithAttemptsWire> => ({
  ...presentDelivery(row),
  attempts: row.attempts.map(({ round, number, attemptedAt, durationMs, statusCode, error, answerPrefix }) => ({
    round,
    number,
    attemptedAt: attemptedAt.toISOString(),
    durationMs,
    statusCode,
    error,
    answerPrefix,
  })),
});
