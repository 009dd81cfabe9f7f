/** A stored event: `sequence` grows without gaps, in the order of commits. */
export interface StoredEvent {
  readonly sequence: number;
  readonly id: string;
  readonly type: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly userId: string | null;
  /** The other party of an order; null where there is none. */
  readonly counterpartyId: string | null;
  /** Whose balance the payload tells; null when it tells none. */
  readonly balanceUserId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly correlationId: string | null;
  readonly occurredAt: Date;
}

/** An event as every consumer reads it: by stream, by page and by webhook. */
export interface DomainEvent {
  readonly eventId: string;
  readonly eventType: string;
  /** ISO-8601 UTC with milliseconds. */
  readonly occurredAt: string;
  readonly aggregateId: string;
  readonly aggregateType: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly metadata: {
    readonly correlationId: string | null;
    readonly causationId: string | null;
    readonly userId: string | null;
    readonly marketplaceId: string;
  };
  readonly sequence: number;
}

export const toDomainEvent = (event: StoredEvent, marketplaceId: string): DomainEvent => ({
  eventId: event.id,
  eventType: event.type,
  occurredAt: event.occurredAt.toISOString(),
  aggregateId: event.aggregateId,
  aggregateType: event.aggregateType,
  payload: event.payload,
  metadata: { correlationId: event.correlationId, causationId: null, userId: event.userId, marketplaceId },
  sequence: event.sequence,
});
