/** Requests to be sent again and again by a process of its own. */
export interface HttpLoad {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** "fresh": a new key with every request; a list: these in turn; null: none. */
  readonly idempotencyKeys: readonly string[] | "fresh" | null;
  /** At a time, each sending when its last one was answered; or so many a second, whatever becomes of them. */
  readonly connections: number | { readonly perSecond: number };
  readonly seconds: number;
  /** Any other answer ends the run. */
  readonly status: number;
}

export interface HttpFigure {
  /** Answers per second; of an open loop the 99th percentile of the latencies, in milliseconds. */
  readonly figure: number;
}
