import { OfferHubError } from "./errors.ts";
import type { Http } from "./http.ts";
import { readFrames } from "./read-frames.ts";
import type { DomainEvent, EventsQuery } from "./types.ts";
import { unexpectedReply } from "./unexpected-reply.ts";
import { pauseBefore, wait } from "./wait.ts";

export interface StreamOptions {
  /** Ends the stream. */
  readonly signal?: AbortSignal;
  /** Milliseconds without even a ping after which the line counts as dead (75,000). */
  readonly silence?: number;
}

/** The API pings every 30 seconds. */
const SILENCE_MS = 75_000;
const MAY_HEAL: readonly number[] = [408, 429, 500, 502, 503, 504];

/**
 * Events as they happen, each once and in order. A line that breaks is opened again where it stopped, for as long as you read;
 * keep the `eventId` of the last one that you dealt with, and give it as `since` after a crash of your own.
 *
 *     for await (const event of offerhub.events({ types: ["order.*"], since: lastEventId })) await handle(event);
 *
 * @throws OfferHubError `CURSOR_EXPIRED`, `VALIDATION_ERROR`, `UNAUTHORIZED`…: what no repeat can heal
 */
export async function* streamEvents(
  http: Http,
  { types, resourceTypes, userId, since }: EventsQuery,
  { signal, silence = SILENCE_MS }: StreamOptions,
): AsyncGenerator<DomainEvent, void> {
  const query = { types: types?.join(), resourceTypes: resourceTypes?.join(), userId };
  let place = since === undefined ? null : String(since);
  let newest = 0;
  for (let failures = 0; !signal?.aborted; failures += 1) {
    if (failures > 0) await wait(pauseBefore(failures - 1, null, Date.now()));
    const line = new AbortController();
    const hangUp = () => line.abort();
    signal?.addEventListener("abort", hangUp);
    try {
      const headers = { accept: "text/event-stream", ...(place !== null && { "last-event-id": place }) };
      const { asked, body } = await withinSilence(http.open("/events", query, headers, line.signal), silence, hangUp);
      for await (const { id, event, data } of readFrames(body, silence)) {
        failures = 0;
        if (data !== null && event !== "ping") {
          const content = eventOf(data, asked);
          if (content.sequence > newest) yield content;
          newest = Math.max(newest, content.sequence);
        }
        place = id ?? place; // only now: what was yielded has been dealt with
      }
    } catch (error) {
      if (error instanceof OfferHubError && !MAY_HEAL.includes(error.statusCode)) throw error;
    } finally {
      signal?.removeEventListener("abort", hangUp);
      hangUp();
    }
  }
}

/** The API's own frame, of the generated contract. @throws UnexpectedReplyError for anything else */
function eventOf(data: string, asked: string): DomainEvent {
  const content = parse(data);
  if (typeof (content as { readonly sequence?: unknown } | null)?.sequence === "number") return content as DomainEvent;
  throw unexpectedReply({ asked, status: 200 }, "a frame that is no event");
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/** A server that takes the connection and says nothing is as good as away. */
async function withinSilence<Value>(opening: Promise<Value>, silence: number, hangUp: () => void): Promise<Value> {
  const timer = setTimeout(hangUp, silence);
  try {
    return await opening;
  } finally {
    clearTimeout(timer);
  }
}
