import type { Logger } from "pino";
import type { StoredEvent } from "../../domain/events/domain-event.ts";
import { EVERY_EVENT } from "../../domain/events/event-filter.ts";
import type { Database } from "../../prisma/client.ts";
import { eventsAfter, newestSequence } from "../reads/events.ts";
import { type EventListener, listenForEvents } from "../reads/listen-for-events.ts";

/** What is new, read once for all streams of this process. It works only while somebody follows. */
export interface EventFeed {
  follow(): Following;
  /** Ends every following: their clients go on at another gateway. */
  close(): void;
}

export interface Following {
  readonly isOver: boolean;
  /** Events after a position, from memory; null when they are no longer, or not yet, there. */
  after(position: number): readonly StoredEvent[] | null;
  /** Resolves when there is more than the position, when the time is up, or when it is over. */
  more(position: number, milliseconds: number): Promise<void>;
  end(): void;
}

export interface FeedOptions {
  readonly db: Pick<Database, "sql">;
  /** Straight to the server; null never listens and finds everything by looking. */
  readonly listenUrl: string | null;
  readonly log: Logger;
  readonly pollMs?: number;
}

/** Looked for even when nobody told. */
const POLL_MS = 2_000;
const PAGE_EVENTS = 500;
/** Kept in memory; who is further behind reads the database. */
const TAIL_EVENTS = 1_000;

export function createEventFeed({ db, listenUrl, log, pollMs = POLL_MS }: FeedOptions): EventFeed {
  const followings = new Set<Following>();
  const waiting = new Set<() => void>();
  let tail: StoredEvent[] = [];
  /** Number of the newest event that was read; null while nobody follows. */
  let position: number | null = null;
  let listener: EventListener | null = null;
  let poll: NodeJS.Timeout | undefined;
  let isReading = false;
  let isStale = false;

  const wake = () => {
    for (const resolve of [...waiting]) resolve();
  };
  const look = () => {
    isStale = true;
    if (!isReading) void readAll();
  };
  const readAll = async () => {
    isReading = true;
    try {
      while (isStale && followings.size > 0) {
        isStale = false;
        await readOn();
      }
    } catch (error) {
      log.warn({ err: error }, "new events could not be read; looking again");
    } finally {
      isReading = false;
    }
  };
  const readOn = async () => {
    const from = position ?? (await newestSequence(db));
    const page = await eventsAfter(db, from, EVERY_EVENT, PAGE_EVENTS);
    position = page.through;
    tail = [...tail, ...page.events].slice(-TAIL_EVENTS);
    if (!page.atHead) isStale = true;
    wake();
  };
  const start = () => {
    listener = listenUrl === null ? null : listenForEvents(listenUrl, look);
    poll = setInterval(look, pollMs);
    look();
  };
  const stop = () => {
    listener?.close();
    clearInterval(poll);
    tail = [];
    position = null;
  };
  const follow = (): Following => {
    const following: Following = {
      get isOver() {
        return !followings.has(following);
      },
      after: (from) => sliceAfter(tail, position, from),
      more: (from, milliseconds) => untilMore(() => following.isOver || (position ?? 0) > from, milliseconds),
      end() {
        if (followings.delete(following) && followings.size === 0) stop();
        wake();
      },
    };
    followings.add(following);
    if (followings.size === 1) start();
    return following;
  };
  const untilMore = (isThere: () => boolean, milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const check = () => isThere() && done();
      const done = () => {
        clearTimeout(timer);
        waiting.delete(check);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      waiting.add(check);
      check();
    });
  return {
    follow,
    close() {
      for (const following of [...followings]) following.end();
    },
  };
}

/** The tail has no gap, so it holds everything after `from` if it reaches back to the next number. */
function sliceAfter(
  tail: readonly StoredEvent[],
  position: number | null,
  from: number,
): readonly StoredEvent[] | null {
  if (position === null) return null;
  if (from >= position) return [];
  const oldest = tail[0]?.sequence ?? Number.POSITIVE_INFINITY;
  return from + 1 < oldest ? null : tail.slice(from + 1 - oldest);
}
