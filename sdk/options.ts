/** How to reach an installation. */
export interface ClientOptions {
  /** Its address, with or without `/api/v1`. */
  readonly apiUrl: string;
  /** `ohk_…`; keep it on your server. */
  readonly apiKey: string;
  /** Milliseconds for one whole exchange (30,000). */
  readonly timeout?: number;
  /** How often a request is tried again after a failure that time may heal (3; 0 never). */
  readonly retryAttempts?: number;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds that a command is followed to its end after the API accepted it (600,000). */
  readonly pendingTimeout?: number;
  /** Sent as the key of every POST instead of a new one for each call; see `withIdempotencyKey`. */
  readonly idempotencyKey?: string;
}

/** For one call. */
export interface RequestOptions {
  /** Your own key for this call: the same key with the same content has one effect, also after a crash of yours. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Parameters of a query string; undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;
