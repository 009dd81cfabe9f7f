/** What a handler answers; the envelope around it is a matter of its route. */
export interface Answer<Data = unknown> {
  readonly status: number;
  readonly data: Data;
  readonly page?: Page;
  /** Sent instead of an envelope, as it comes. */
  readonly stream?: ReadableStream<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Page {
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
}

/**
 * How existing clients find the fields of a success: `plain` in `data` only, `repeated` also at top level,
 * `flagged` in `data` next to `success: true`.
 */
export type Shape = "plain" | "repeated" | "flagged";

export const ok = <Data>(data: Data): Answer<Data> => ({ status: 200, data });
export const created = <Data>(data: Data): Answer<Data> => ({ status: 201, data });

/** Accepted, not final yet: the work goes on, and its end shows at `location`. */
export const accepted = <Data>(data: Data, location: string): Answer<Data> => ({
  status: 202,
  data,
  headers: { Location: `/api/v1${location}`, "Retry-After": "2" },
});

/** For a browser, which is to go on there. */
export const redirect = (location: string): Answer<{ location: string }> => ({
  status: 302,
  data: { location },
  headers: { Location: location, "cache-control": "no-store" },
});

export const list = <Item>(items: readonly Item[], page: Page): Answer<readonly Item[]> => ({
  status: 200,
  data: items,
  page,
});

/** Server-sent events: no cache or proxy on the way may hold them back. */
export const streamed = (stream: ReadableStream<Uint8Array>): Answer<never[]> => ({
  status: 200,
  data: [],
  stream,
  headers: { "content-type": "text/event-stream", "cache-control": "no-cache", "X-Accel-Buffering": "no" },
});

export function envelope(shape: Shape, answer: Answer, requestId: string, now: Date): Record<string, unknown> {
  return {
    ...(shape === "flagged" && { success: true }),
    ...(shape === "repeated" && !Array.isArray(answer.data) && (answer.data as object)),
    data: answer.data,
    ...answer.page,
    meta: { requestId, timestamp: now.toISOString() },
  };
}
