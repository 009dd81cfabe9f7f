import type { StoredEvent } from "./domain-event.ts";

/** Which events somebody wants; null wants all. */
export interface EventFilter {
  /** Types, and wildcards such as `order.*` or `*`. */
  readonly types: readonly string[] | null;
  readonly aggregateTypes: readonly string[] | null;
  readonly userId: string | null;
}

export const EVERY_EVENT: EventFilter = { types: null, aggregateTypes: null, userId: null };

export const matchesFilter = (event: StoredEvent, { types, aggregateTypes, userId }: EventFilter): boolean =>
  (types === null || types.some((pattern) => matchesType(event.type, pattern))) &&
  (aggregateTypes === null || aggregateTypes.includes(event.aggregateType)) &&
  (userId === null || event.userId === userId || event.counterpartyId === userId);

const matchesType = (type: string, pattern: string): boolean =>
  pattern === "*" || pattern === type || (pattern.endsWith(".*") && type.startsWith(pattern.slice(0, -1)));
