import type { Http } from "../http.ts";
import { listOf } from "../read-reply.ts";
import { type StreamOptions, streamEvents } from "../stream-events.ts";
import type { DomainEvent, EventsQuery, List, PageQuery } from "../types.ts";

/** What happened, in order. */
export const events = (http: Http) => {
  const follow = (query: EventsQuery = {}, options: StreamOptions = {}): AsyncGenerator<DomainEvent, void> =>
    streamEvents(http, query, options);
  return Object.assign(follow, {
    /**
     * A page, oldest first.
     * @throws OfferHubError `CURSOR_EXPIRED`: what follows `since` is older than 30 days
     */
    list: ({ types, resourceTypes, since, ...query }: EventsQuery & PageQuery = {}): Promise<List<DomainEvent>> =>
      listOf(http.get("/events", { ...query, types: types?.join(), resourceTypes: resourceTypes?.join(), since })),
  });
};
