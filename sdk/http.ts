import { errorOf, NetworkError, type OfferHubError, StillPendingError, UnexpectedReplyError } from "./errors.ts";
import type { ClientOptions, Query, RequestOptions } from "./options.ts";
import { refuseRedirect, requireEnvelope, unexpectedReply } from "./unexpected-reply.ts";
import { askedPause, LONGEST_PAUSE_MS, pauseBefore, wait } from "./wait.ts";

const API_PATH = "/api/v1";
const TIMEOUT_MS = 30_000;
const RETRY_ATTEMPTS = 3;
const PENDING_MS = 600_000;
const ACCEPTED = 202;
/** Time may heal these, and every POST carries its key: a repeat has no second effect. */
const TRY_AGAIN: readonly number[] = [408, 429, 500, 502, 503, 504];

/** A success body of the API, whatever its envelope. */
export interface Envelope {
  readonly data: unknown;
  readonly hasMore?: boolean;
  readonly nextCursor?: string | null;
  /** What was asked, for whoever finds that it was not answered. */
  readonly asked: string;
  readonly status: number;
}

interface Sending {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

interface Received {
  readonly asked: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** The way to the API: keys, retries, time limits and the end of what was only accepted. */
export type Http = ReturnType<typeof createHttp>;

/** Requests against one installation; see `ClientOptions` for what it takes. */
export function createHttp(options: ClientOptions) {
  const { timeout = TIMEOUT_MS, retryAttempts = RETRY_ATTEMPTS, pendingTimeout = PENDING_MS } = options;
  const base = baseOf(options.apiUrl);
  const headersOf = (call: RequestOptions): Record<string, string> => ({
    accept: "application/json",
    authorization: `Bearer ${options.apiKey}`,
    ...options.headers,
    ...call.headers,
  });

  const send = async (request: Sending): Promise<Envelope> => {
    return envelopeOf(await sendPatiently(request, timeout, retryAttempts));
  };

  return {
    /** Reads. @throws OfferHubError */
    get: (path: string, query: Query = {}, call: RequestOptions = {}): Promise<Envelope> =>
      send({ method: "GET", url: `${base}${path}${toQueryString(query)}`, headers: headersOf(call), body: undefined }),

    /** Opens a stream and leaves its body to you. No retries: who reads it knows where to go on. @throws OfferHubError */
    open: async (path: string, query: Query, headers: Readonly<Record<string, string>>, signal: AbortSignal) => {
      const url = `${base}${path}${toQueryString(query)}`;
      const asked = `GET ${base}${path}`;
      const response = await fetch(url, { headers: { ...headersOf({}), ...headers }, signal, redirect: "manual" });
      refuseRedirect(asked, response);
      if (!response.ok) throw errorOf(response.status, parse(await response.text()));
      const contentType = response.headers.get("content-type") ?? "no content type";
      if (response.body && contentType.startsWith("text/event-stream")) return { asked, body: response.body };
      throw unexpectedReply({ asked, status: response.status }, `no stream (${contentType})`);
    },

    /** Removes. @throws OfferHubError */
    delete: (path: string, call: RequestOptions = {}): Promise<Envelope> =>
      send({ method: "DELETE", url: `${base}${path}`, headers: headersOf(call), body: undefined }),

    /**
     * Commands, with one idempotency key over all its tries. What was only accepted is asked for again under the same key
     * until it is at its end, unless you sent `Prefer` yourself.
     * @throws OfferHubError
     */
    post: async (path: string, content?: object, call: RequestOptions = {}): Promise<Envelope> => {
      const key = call.idempotencyKey ?? options.idempotencyKey ?? crypto.randomUUID();
      const headers: Record<string, string> = { ...headersOf(call), "idempotency-key": key };
      const body = content === undefined ? undefined : JSON.stringify(content);
      if (body !== undefined) headers["content-type"] = "application/json";
      const request: Sending = { method: "POST", url: `${base}${path}`, headers, body };
      const followsToTheEnd = !Object.keys(headers).some((name) => name.toLowerCase() === "prefer");
      const deadline = Date.now() + pendingTimeout;
      for (;;) {
        const reply = await sendPatiently(request, timeout, retryAttempts);
        if (reply.status !== ACCEPTED || !followsToTheEnd) return envelopeOf(reply);
        if (Date.now() >= deadline) throw stillPending(reply.headers);
        await wait(pauseBefore(0, reply, Date.now()));
      }
    },
  };
}

/** @throws UnexpectedReplyError when it is no success body of the API */
function envelopeOf({ asked, status, headers, body }: Received): Envelope {
  requireEnvelope({ asked, status }, body, headers.get("content-type"));
  return { ...(body as object), asked, status } as Envelope; // the line above looked
}

async function sendPatiently(request: Sending, timeout: number, retryAttempts: number): Promise<Received> {
  for (let attempt = 0; ; attempt += 1) {
    const isLast = attempt >= retryAttempts;
    const outcome = await sendOnce(request, timeout).catch((error: unknown) => networkError(error, timeout));
    if (!("status" in outcome)) {
      if (isLast) throw outcome;
      await wait(pauseBefore(attempt, null, Date.now()));
      continue;
    }
    if (outcome.status < 400) return outcome;
    const pause = askedPause(outcome, Date.now());
    const error = errorOf(outcome.status, outcome.body, pause === null ? null : Math.ceil(pause / 1000));
    // Asked for again too early, it would be refused again: the caller learns how long to wait.
    if (isLast || !mayHeal(error) || (pause ?? 0) > LONGEST_PAUSE_MS) throw error;
    await wait(pauseBefore(attempt, outcome, Date.now()));
  }
}

const mayHeal = ({ statusCode, code }: OfferHubError): boolean =>
  TRY_AGAIN.includes(statusCode) || code === "IDEMPOTENCY_KEY_IN_PROGRESS";

async function sendOnce({ url, method, headers, body }: Sending, timeout: number): Promise<Received> {
  const asked = `${method} ${url.split("?")[0]}`;
  const signal = AbortSignal.timeout(timeout); // over the whole exchange, the body too
  const response = await fetch(url, {
    method,
    headers,
    signal,
    redirect: "manual",
    ...(body !== undefined && { body }),
  });
  refuseRedirect(asked, response);
  const text = await response.text();
  return { asked, status: response.status, headers: response.headers, body: parse(text) };
}

/** A proxy on the way may answer with something else than JSON: undefined. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws UnexpectedReplyError what was answered by something else is no matter of the network */
function networkError(error: unknown, timeout: number): NetworkError {
  if (error instanceof UnexpectedReplyError) throw error;
  const isTimeout = (error as { readonly name?: unknown } | null)?.name === "TimeoutError"; // a DOMException, of any realm
  const message = isTimeout ? `no answer within ${timeout} ms` : "the API could not be reached";
  return Object.assign(new NetworkError({ message, code: isTimeout ? "TIMEOUT" : "NETWORK_ERROR", statusCode: 0 }), {
    cause: error,
  });
}

function stillPending(headers: Headers): StillPendingError {
  const message = "accepted and going on; read its state later";
  const details = { location: headers.get("location") };
  return new StillPendingError({ message, code: "STILL_PENDING", statusCode: ACCEPTED, details });
}

function baseOf(apiUrl: string): string {
  const origin = apiUrl.replace(/\/+$/, "");
  return origin.endsWith(API_PATH) ? origin : `${origin}${API_PATH}`;
}

function toQueryString(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? "" : `?${new URLSearchParams(Object.fromEntries(given))}`;
}
