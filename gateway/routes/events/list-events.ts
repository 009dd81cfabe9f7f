import { AppError } from "../../../domain/errors.ts";
import { asSeenBy } from "../../../domain/events/as-seen-by.ts";
import { type DomainEvent, type StoredEvent, toDomainEvent } from "../../../domain/events/domain-event.ts";
import type { EventFilter } from "../../../domain/events/event-filter.ts";
import type { Caller } from "../../caller.ts";
import { type CallContext, endpoint } from "../../endpoint.ts";
import { type Answer, list, streamed } from "../../envelope.ts";
import { oldestPosition, resolvePosition } from "../../events/resolve-position.ts";
import { streamEvents } from "../../events/stream-events.ts";
import { identify } from "../../middleware/authenticate.ts";
import { eventsAfter, newestSequence } from "../../reads/events.ts";
import { marketplaceIdOf } from "../../writes/ensure-installation.ts";
import { DomainEventList, ListEventsQuery } from "./schemas.ts";

export const listEvents = endpoint(
  {
    method: "get",
    path: "/events",
    operationId: "listEvents",
    tag: "Events",
    summary: "What happened, in order: a stream of server-sent events, or with `Accept: application/json` a page.",
    access: "events.read",
    query: ListEventsQuery,
    repeatable: ["types", "resources", "resourceTypes"],
    aliases: { resources: "resourceTypes" },
    shape: "plain",
    status: 200,
    data: DomainEventList,
    streams: true,
    errors: ["CURSOR_EXPIRED", "RATE_LIMITED"],
  },
  async (call) => {
    const { types, resourceTypes, userId, cursor, since, limit } = call.query;
    const filter = filterFor(call.caller, { types, resourceTypes, userId });
    const position = await askedPosition(call, cursor, since);
    return wantsPage(call.header("accept"))
      ? pageOfEvents(call, filter, position ?? (await oldestPosition(call.deps.db, call.deps.now())), limit)
      : streamOf(call, filter, position ?? (await newestSequence(call.deps.db)));
  },
);

interface Asked {
  readonly types: string[] | undefined;
  readonly resourceTypes: string[] | undefined;
  readonly userId: string | undefined;
}

/** A key of one user sees that user's events; asked for another's, none. */
function filterFor(caller: Caller, { types, resourceTypes, userId }: Asked): EventFilter {
  const isForeign = caller.boundUserId !== null && userId !== undefined && userId !== caller.boundUserId;
  return {
    types: isForeign ? [] : (types ?? null),
    aggregateTypes: resourceTypes ?? null,
    userId: caller.boundUserId ?? userId ?? null,
  };
}

/** null when the consumer names nothing that it has. */
async function askedPosition({ deps, header }: CallContext, cursor?: string, since?: string): Promise<number | null> {
  const lastEventId = header("last-event-id") || undefined; // browsers send an empty one at first
  const text = lastEventId ?? cursor ?? since;
  if (text === undefined) return null;
  const field = lastEventId ? "Last-Event-ID" : cursor ? "cursor" : "since";
  return resolvePosition(deps.db, field, text, deps.now());
}

const wantsPage = (accept = ""): boolean =>
  accept.includes("application/json") && !accept.includes("text/event-stream");

/** Questions of one page: a rare event is looked for in so many steps, then the consumer asks on. */
const STEPS_MAX = 20;

async function pageOfEvents(
  { deps, caller }: CallContext,
  filter: EventFilter,
  from: number,
  limit: number,
): Promise<Answer<readonly DomainEvent[]>> {
  const found: StoredEvent[] = [];
  let position = from;
  let hasMore = true;
  for (let step = 0; step < STEPS_MAX && hasMore && found.length < limit; step += 1) {
    const page = await eventsAfter(deps.db, position, filter, limit - found.length);
    found.push(...page.events);
    position = page.through;
    hasMore = !page.atHead;
  }
  const marketplaceId = await marketplaceIdOf(deps.db);
  const nextCursor = !hasMore ? null : found.at(-1)?.sequence === position ? (found.at(-1)?.id ?? null) : `${position}`;
  return list(
    found.map((event) => toDomainEvent(asSeenBy(caller.boundUserId, event), marketplaceId)),
    { hasMore, nextCursor },
  );
}

async function streamOf(call: CallContext, filter: EventFilter, position: number): Promise<Answer<never[]>> {
  const { deps, caller, header } = call;
  const marketplaceId = await marketplaceIdOf(deps.db);
  const giveBack = deps.streamSlots.take(caller.keyId);
  const stream = streamEvents({
    db: deps.db,
    following: deps.feed.follow(),
    filter,
    viewerId: caller.boundUserId,
    position,
    marketplaceId,
    pingMs: deps.config.events.pingMs,
    isStillAllowed: () => isStillTheCaller(call, header),
    onEnd: giveBack,
  });
  return streamed(stream);
}

/** Only a definite no ends a stream: a database that is away for a moment does not. */
async function isStillTheCaller({ deps }: CallContext, header: CallContext["header"]): Promise<boolean> {
  try {
    await identify(deps, header);
    return true;
  } catch (error) {
    return !(error instanceof AppError);
  }
}
