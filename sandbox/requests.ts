/** `rpc2` and `horizon2` are a second node and a second Horizon of the same network, with faults of their own. */
export const PARTIES = ["horizon", "horizon2", "rpc", "rpc2", "trustless-work", "airtm", "webhooks"] as const;
export type PartyName = (typeof PARTIES)[number];

/** Something a provider was asked. */
export interface SeenRequest {
  readonly party: PartyName;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly rpcMethod?: string;
  /** The fault that struck it. */
  readonly fault?: string;
  /** Absent while it is being answered, and when the connection was cut. */
  status?: number;
  durationMs?: number;
}

const KEPT_REQUESTS = 20_000;

export interface RequestLog {
  add(request: SeenRequest): SeenRequest;
  of(party: string | undefined): readonly SeenRequest[];
  clear(): void;
}

export function createRequestLog(): RequestLog {
  let seen: SeenRequest[] = [];
  return {
    add(request) {
      if (seen.length >= KEPT_REQUESTS * 2) seen = seen.slice(-KEPT_REQUESTS);
      seen.push(request);
      return request;
    },
    of: (party) => (party === undefined ? seen : seen.filter((request) => request.party === party)),
    clear: () => {
      seen = [];
    },
  };
}
