import type { StoredEvent } from "./domain-event.ts";

const BALANCE_FIELD = /Balance$/;

/** The event as one user may read it: without the balance of the other party. Null is the marketplace, which sees all of it. */
export function asSeenBy(userId: string | null, event: StoredEvent): StoredEvent {
  if (userId === null || event.balanceUserId === null || event.balanceUserId === userId) return event;
  const payload = Object.entries(event.payload).filter(([field]) => !BALANCE_FIELD.test(field));
  return { ...event, payload: Object.fromEntries(payload) };
}
