/** Requests to be sent again and again by a process of its own. */
export interface HttpLoad {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** "fresh": a new key with every request; a list: these in turn; null: none. */
  readonly idempotencyKeys: readonly string[] | "fresh" | null;
  readonly connections: number;
  readonly seconds: number;
  /** Any other answer ends the run. */
  readonly status: number;
}

export interface HttpRate {
  readonly perSecond: number;
}
