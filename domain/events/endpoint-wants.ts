import type { StoredEvent } from "./domain-event.ts";
import { matchesFilter } from "./event-filter.ts";

/** Sent on request, to try an endpoint out. */
export const TEST_EVENT = "webhook_endpoint.test";

export interface WantingEndpoint {
  readonly id: string;
  readonly eventTypes: readonly string[];
  readonly userId: string | null;
}

/** A test event goes to the endpoint that it tests, whatever that wants, and to no other. */
export const endpointWants = ({ id, eventTypes, userId }: WantingEndpoint, event: StoredEvent): boolean =>
  event.type === TEST_EVENT
    ? event.aggregateId === id
    : matchesFilter(event, { types: eventTypes, aggregateTypes: null, userId });
