import { AppError } from "../../domain/errors.ts";
import type { Caller } from "../caller.ts";
import type { GatewayDeps } from "../deps.ts";
import type { IdempotencyRule, Identity } from "../endpoint.ts";
import { freshIdentity, identityFrom } from "../identity.ts";
import { NeverStarted } from "../never-started.ts";
import { seal, unseal } from "../sealed-answer.ts";
import { CommandRefused } from "../temporal.ts";
import {
  countRefusal,
  type KeptRequest,
  keepAnswer,
  lockRequest,
  type RequestKey,
  registerRequest,
} from "../writes/idempotency-requests.ts";
import type { Transaction } from "../writes/transaction.ts";
import { invalid } from "./validate.ts";

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly stream?: ReadableStream<Uint8Array>;
}

export interface IdempotentRequest {
  readonly rule: IdempotencyRule;
  readonly key: string;
  readonly scope: string;
  readonly fingerprint: string;
  readonly caller: Caller;
}

type Run = (identity: Identity, tx: Transaction | null) => Promise<Reply>;

/** Runs a request without a key: nothing is kept, every repeat is a request of its own. */
export const runFresh = (fingerprint: string, run: Run): Promise<Reply> => run(freshIdentity(fingerprint), null);

/** The same key with the same content has one effect for ever, and one answer for as long as the rule says. */
export async function runIdempotent(deps: GatewayDeps, request: IdempotentRequest, run: Run): Promise<Reply> {
  if (!/^[\x20-\x7e]{1,255}$/.test(request.key)) {
    throw invalid([{ field: "Idempotency-Key", message: "must be 1 to 255 printable characters" }]);
  }
  const echo = { "X-Idempotency-Key": request.key };
  const reply = await answerOnce(deps, request, run);
  return { ...reply, headers: { ...reply.headers, ...echo } };
}

async function answerOnce(deps: GatewayDeps, request: IdempotentRequest, run: Run): Promise<Reply> {
  const at: RequestKey = { scope: request.scope, key: request.key };
  const kept = await registerRequest(deps.db, at, request.fingerprint, lifeBeforeAnswer(deps, request.rule));
  const details = { idempotencyKey: request.key, idempotency_key: request.key };
  if (kept.fingerprint !== request.fingerprint) throw new AppError("IDEMPOTENCY_KEY_REUSED", details);
  if (kept.answer) return replay(request, kept.answer);
  const identity = identityFrom(
    JSON.stringify([request.scope, request.key, request.fingerprint, kept.attempt]),
    request.fingerprint,
  );
  return request.rule.kind === "once"
    ? runOnce(deps, request, at, identity, run)
    : runAttached(deps, request, at, kept, identity, run);
}

/** Twins run side by side and meet the same durable effect by its derived names. */
async function runAttached(
  deps: GatewayDeps,
  request: IdempotentRequest,
  at: RequestKey,
  kept: KeptRequest,
  identity: Identity,
  run: Run,
): Promise<Reply> {
  const reply = await run(identity, null).catch(async (error: unknown) => {
    if (isRefusal(error)) await countRefusal(deps.db, at, kept.attempt).catch((reason) => warn(deps, reason));
    throw error;
  });
  // The effect is there: a lost note of it only means that a repeat asks the effect again.
  if (isFinal(reply))
    await keepAnswer(deps.db.prisma, at, toKept(deps, request, reply)).catch((reason) => warn(deps, reason));
  return reply;
}

/** Effect and kept answer are one transaction, under a lock that ends with it. */
function runOnce(
  deps: GatewayDeps,
  request: IdempotentRequest,
  at: RequestKey,
  identity: Identity,
  run: Run,
): Promise<Reply> {
  return deps.db.prisma.$transaction(async (tx) => {
    if (!(await lockRequest(tx, at))) {
      throw new AppError("IDEMPOTENCY_KEY_IN_PROGRESS", { idempotencyKey: at.key, idempotency_key: at.key });
    }
    const row = await tx.idempotencyRequest.findUniqueOrThrow({ where: { scope_key: at } });
    if (row.status !== null) return replay(request, { status: row.status, body: row.body ?? "", sealed: row.sealed });
    const reply = await run(identity, tx);
    await keepAnswer(tx, at, toKept(deps, request, reply));
    return reply;
  });
}

function replay(request: IdempotentRequest, kept: NonNullable<KeptRequest["answer"]>): Reply {
  const body = kept.sealed ? unseal(kept.body, sealingKey(request)) : kept.body;
  if (body === null)
    throw new AppError("IDEMPOTENCY_KEY_REUSED", { idempotencyKey: request.key, idempotency_key: request.key });
  return { status: kept.status, body, headers: { "Idempotency-Replay": "true", "Idempotent-Replayed": "true" } };
}

const toKept = (deps: GatewayDeps, request: IdempotentRequest, { status, body }: Reply) => {
  const sealed = request.rule.sealed === true;
  const expiresAt = answerExpiresAt(deps, request.rule);
  return { status, body: sealed ? seal(body, sealingKey(request)) : body, sealed, expiresAt };
};

const DAY_MS = 24 * 60 * 60 * 1000;

const answerExpiresAt = ({ now }: GatewayDeps, { keepDays }: IdempotencyRule): Date | null =>
  keepDays === "always" ? null : new Date(now().getTime() + keepDays * DAY_MS);

/**
 * A request to attach to, before its answer, may still pay, or have paid: it is forgotten never. Without its kept answer a
 * request of the other kind has done nothing.
 */
const lifeBeforeAnswer = (deps: GatewayDeps, rule: IdempotencyRule) => {
  const namesStay = rule.kind === "attach";
  return { namesStay, expiresAt: namesStay ? null : answerExpiresAt(deps, rule) };
};

const sealingKey = ({ caller, scope, key }: IdempotentRequest): Buffer => caller.sealingKey(`answer ${scope} ${key}`);
const isFinal = ({ status }: Reply): boolean => status >= 200 && status < 300 && status !== 202;
/**
 * A no that is stored under this request's names, so that a repeat needs others. Whatever else is thrown, an earlier request
 * with this key may have had its effect or be about to: its names stay.
 */
const isRefusal = (error: unknown): boolean => error instanceof NeverStarted || error instanceof CommandRefused;
const warn = ({ log }: GatewayDeps, error: unknown) => log.warn({ err: error }, "an idempotency row was not written");
