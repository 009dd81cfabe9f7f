import type { Context } from "hono";
import type { z } from "zod";
import type { ErrorCode } from "../domain/errors.ts";
import type { Id, Noun } from "../domain/ids.ts";
import type { Caller, Scope } from "./caller.ts";
import type { GatewayDeps } from "./deps.ts";
import type { Answer, Shape } from "./envelope.ts";
import type { Aliases } from "./middleware/fold-aliases.ts";
import { parseParts, type RawRequest } from "./middleware/validate.ts";
import type { RateLimitState } from "./rate-limits.ts";
import { NOTHING } from "./schemas.ts";
import type { Tag } from "./tags.ts";
import type { Transaction } from "./writes/transaction.ts";

export interface AppEnv {
  readonly Variables: {
    requestId: string;
    startedAt: number;
    caller: Caller;
    operationId: string;
    rateLimit?: RateLimitState;
  };
}
export type AppContext = Context<AppEnv>;

/** Names the effect of one request: the same request again has the same names, so that it meets the same effect. */
export interface Identity {
  readonly updateId: string;
  readonly fingerprint: string;
  readonly idFor: <N extends Noun>(noun: N, index?: number) => Id<N>;
}

/** What a handler is given: the parts of the request, parsed, and who asks. */
export interface Call<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Caller;
  readonly requestId: string;
  /** When the reply must leave, in epoch milliseconds. */
  readonly replyBy: number;
  readonly identity: Identity;
  /** Of an endpoint that runs once per key: its effect and its kept answer are one transaction. */
  readonly tx: Transaction | null;
  readonly deps: GatewayDeps;
  /** The body as it came, where `rawBody` is declared; else empty. */
  readonly bytes: Buffer;
  /** A header of the request, by any case of its name. */
  readonly header: (name: string) => string | undefined;
}

export interface Declaration<Params extends Fields, Query extends Fields, Body extends Fields, Data extends z.ZodType> {
  readonly method: "get" | "post" | "delete";
  readonly path: string;
  /** Other paths of the same endpoint. */
  readonly equalPaths?: readonly string[];
  readonly operationId: string;
  readonly tag: Tag;
  readonly summary: string;
  /** The scope it needs; `any` for every credential, `public` for none. */
  readonly access: Scope | "any" | "public";
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Of a body that the handler reads itself, after it has proven who sent it; this is only what the contract tells of it. */
  readonly rawBody?: z.ZodType;
  /** Query parameters that may come more than once; their values are read as one list with commas. */
  readonly repeatable?: readonly string[];
  readonly aliases?: Aliases;
  readonly shape: Shape;
  readonly status: 200 | 201 | 202 | 302;
  readonly data: Data;
  /** True where 202 is possible: the operation goes on after the reply. */
  readonly waits?: boolean;
  /** True where 503 carries the same data: it is the question that is answered so, not the service that is away. */
  readonly tellsUnwell?: boolean;
  /** True where the answer can be a stream of server-sent events. */
  readonly streams?: boolean;
  /** The error codes of its own; those that every endpoint can answer are added. */
  readonly errors: readonly ErrorCode[];
  /** True for what must work while maintenance is on, though it changes something. */
  readonly duringMaintenance?: boolean;
  /** A limit of its own per user, beside that of the key: the `userId` of the body, or the key's. */
  readonly limitPerUser?: "withdrawals" | "topups";
  /** What an Idempotency-Key means here. */
  readonly idempotency?: IdempotencyRule;
}

export interface IdempotencyRule {
  /**
   * `attach`: a repeat meets the same durable effect, by names that are kept for ever. `once`: the effect and the kept answer
   * are one transaction.
   */
  readonly kind: "attach" | "once";
  /** How long an answer is kept, counted from when it was final; `always` where nothing else remembers that money moved. */
  readonly keepDays: number | "always";
  /** The answer holds a secret: it is kept under a key that only this credential can derive. */
  readonly sealed?: boolean;
}

type Fields = z.ZodType;
/** The parts of a call that do not come from the request's content. */
export type CallContext = Omit<Call<never, never, never>, "params" | "query" | "body">;

/** An endpoint without its types: what the server and the contract's generator need. */
export interface Endpoint {
  readonly declaration: Declaration<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
  /** @throws AppError VALIDATION_ERROR */
  readonly parse: (raw: RawRequest) => (context: CallContext) => Promise<Answer>;
}

/** A route: what it takes, what it answers, and its handler, in one place. */
export function endpoint<
  Data extends z.ZodType,
  Params extends Fields = typeof NOTHING,
  Query extends Fields = typeof NOTHING,
  Body extends Fields = typeof NOTHING,
>(
  declaration: Declaration<Params, Query, Body, Data>,
  handle: (call: Call<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<Answer<z.input<Data>>>,
): Endpoint {
  const schemas = {
    params: declaration.params ?? NOTHING,
    query: declaration.query ?? NOTHING,
    body: declaration.body ?? NOTHING,
  };
  return {
    declaration,
    parse: (raw) => {
      const parts = parseParts(schemas, raw, declaration.aliases ?? {});
      // The parts are the outputs of exactly these schemas; without a declared one, of the empty object.
      const typed = parts as { params: z.output<Params>; query: z.output<Query>; body: z.output<Body> };
      return (context) => handle({ ...context, ...typed });
    },
  };
}
