import type { Hono } from "hono";
import type { AppEnv } from "../endpoint.ts";

export interface Frame {
  readonly id: string | null;
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into events of every shape
  readonly data: any;
}

/** A consumer of GET /events, in process. */
export interface EventReader {
  readonly status: number;
  readonly headers: Headers;
  /** The next event or ping; null at the end of the stream. */
  next(): Promise<Frame | null>;
  /** The next event that is no ping. */
  nextEvent(): Promise<Frame | null>;
  close(): Promise<void>;
}

export async function openEvents(
  app: Hono<AppEnv>,
  key: string,
  query = "",
  headers: Readonly<Record<string, string>> = {},
): Promise<EventReader> {
  const sent = { authorization: `Bearer ${key}`, accept: "text/event-stream", ...headers };
  const response = await app.request(`/api/v1/events${query}`, { headers: sent });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const next = async (): Promise<Frame | null> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end >= 0) {
        const frame = parse(text.slice(0, end));
        text = text.slice(end + 2);
        if (frame) return frame;
        continue;
      }
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return null;
      text += chunk.value;
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    next,
    async nextEvent() {
      for (;;) {
        const frame = await next();
        if (frame?.event !== "ping") return frame;
      }
    },
    close: async () => reader?.cancel(),
  };
}

/** null for what is no event: `retry:`. */
function parse(block: string): Frame | null {
  const fields = new Map(
    block.split("\n").map((line) => [line.split(": ", 1)[0] ?? "", line.slice(line.indexOf(": ") + 2)]),
  );
  const data = fields.get("data");
  return data === undefined
    ? null
    : { id: fields.get("id") ?? null, event: fields.get("event") ?? "message", data: JSON.parse(data) };
}
