import { asSeenBy } from "../../domain/events/as-seen-by.ts";
import { type StoredEvent, toDomainEvent } from "../../domain/events/domain-event.ts";
import { type EventFilter, matchesFilter } from "../../domain/events/event-filter.ts";
import type { Database } from "../../prisma/client.ts";
import { type EventPage, eventsAfter } from "../reads/events.ts";
import type { Following } from "./event-feed.ts";

export interface EventStream {
  readonly db: Pick<Database, "sql">;
  readonly following: Following;
  readonly filter: EventFilter;
  /** The user that the credential is bound to; null sees everything. */
  readonly viewerId: string | null;
  /** Number of the last event that the consumer has. */
  readonly position: number;
  readonly marketplaceId: string;
  readonly pingMs: number;
  /** Asked at every ping: a credential that was revoked ends its streams. */
  readonly isStillAllowed: () => Promise<boolean>;
  readonly onEnd: () => void;
}

const PAGE_EVENTS = 100;
const RECONNECT_MS = 1_000;

/** Server-sent events from a position on, for as long as somebody reads. Nothing is read for a consumer who does not take it. */
export function streamEvents(stream: EventStream): ReadableStream<Uint8Array> {
  const frames = framesOf(stream);
  const encoder = new TextEncoder();
  const end = () => {
    stream.following.end(); // wakes a generator that waits
    stream.onEnd();
  };
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { value, done } = await frames.next();
          if (!done) return controller.enqueue(encoder.encode(value));
          end();
          controller.close();
        } catch (error) {
          end();
          controller.error(error);
        }
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );
}

async function* framesOf(stream: EventStream): AsyncGenerator<string, void> {
  const { following, viewerId, marketplaceId, pingMs, isStillAllowed } = stream;
  let position = stream.position;
  let pingAt = Date.now() + pingMs;
  yield `retry: ${RECONNECT_MS}\n${placeFrame(position)}`; // at once: whoever loses the line before the first event knows its place
  while (!following.isOver) {
    if (Date.now() >= pingAt) {
      if (!(await isStillAllowed())) return;
      yield `${placeFrame(position)}${pingFrame()}`;
      pingAt = Date.now() + pingMs;
    }
    const page = await nextPage(stream, position);
    position = page.through;
    if (page.events.length > 0)
      yield page.events.map((event) => frameOf(asSeenBy(viewerId, event), marketplaceId)).join("");
    else if (page.atHead) await following.more(position, Math.max(0, pingAt - Date.now()));
  }
}

/** From memory while the consumer keeps up, else from the database. */
async function nextPage({ db, following, filter }: EventStream, position: number): Promise<EventPage> {
  const live = following.after(position);
  if (live === null) return eventsAfter(db, position, filter, PAGE_EVENTS);
  const looked = live.slice(0, PAGE_EVENTS);
  const events = looked.filter((event) => matchesFilter(event, filter));
  return { events, through: looked.at(-1)?.sequence ?? position, atHead: looked.length === live.length };
}

const frameOf = (event: StoredEvent, marketplaceId: string): string =>
  `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(toDomainEvent(event, marketplaceId))}\n\n`;

/** No event: only moves the place from which the consumer would go on, past what its filter left out. */
const placeFrame = (position: number): string => `id: ${position}\n\n`;

const pingFrame = (): string =>
  `event: ping\ndata: ${JSON.stringify({ ping: true, timestamp: new Date().toISOString() })}\n\n`;
