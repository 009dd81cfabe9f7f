import { AppError } from "../../domain/errors.ts";
import type { FreezeRow } from "../reads/signing-freeze.ts";
import type { Actor } from "./audit.ts";
import { recordOperation } from "./record-operation.ts";
import type { Transaction } from "./transaction.ts";

interface Request extends Actor {
  readonly reason: string | null;
}

/** Holds all outgoing money. While it is held already, it withdraws what anybody asked about letting it go. */
export async function freeze(tx: Transaction, { reason, ...actor }: Request): Promise<FreezeRow> {
  const before = await locked(tx);
  if (before.frozen && before.unfreezeAskedBy === null) return before;
  await tx.$executeRaw`UPDATE signing_freeze SET version = version + 1, reason = ${reason}, frozen_by = ${actor.actorId},
      frozen_at = CASE WHEN frozen THEN frozen_at ELSE clock_timestamp() END, frozen = true,
      unfreeze_reason = NULL, unfreeze_asked_by = NULL, unfreeze_asked_at = NULL`;
  return record(tx, before.frozen ? "operations.unfreeze_withdrawn" : "operations.frozen", before, actor);
}

/**
 * The first call asks, the second one by another key lets the money go.
 * @throws AppError INVALID_STATE when nothing is frozen, SECOND_KEY_REQUIRED when it is the wrong key
 */
export async function unfreeze(tx: Transaction, { reason, ...actor }: Request): Promise<FreezeRow> {
  const before = await locked(tx);
  if (!before.frozen)
    throw new AppError(
      "INVALID_STATE",
      { currentState: "NOT_FROZEN", allowedStates: ["FROZEN"] },
      "Nothing is frozen.",
    );
  const { frozenBy, unfreezeAskedBy } = before;
  const { isOlder, hasFrozen, hasAsked } = await lookAtKey(tx, before, actor.actorId);
  if (!isOlder || hasAsked) throw new AppError("SECOND_KEY_REQUIRED", { frozenBy, unfreezeAskedBy });
  // Who froze may only ask: then the other one, who asked before, is the second person.
  if (unfreezeAskedBy === null || hasFrozen) {
    await tx.$executeRaw`UPDATE signing_freeze SET version = version + 1, unfreeze_reason = ${reason},
      unfreeze_asked_by = ${actor.actorId}, unfreeze_asked_at = clock_timestamp()`;
    return record(tx, "operations.unfreeze_asked", before, actor);
  }
  await tx.$executeRaw`UPDATE signing_freeze SET version = version + 1, frozen = false, reason = NULL, frozen_by = NULL,
      frozen_at = NULL, unfreeze_reason = NULL, unfreeze_asked_by = NULL, unfreeze_asked_at = NULL`;
  return record(tx, "operations.unfrozen", before, actor);
}

/** The lock waits for the signatures that are being committed. */
async function locked(tx: Transaction): Promise<FreezeRow> {
  await tx.$queryRaw`SELECT id FROM signing_freeze WHERE id = 'self' FOR UPDATE`;
  return tx.signingFreeze.findUniqueOrThrow({ where: { id: "self" } });
}

interface KeyOfPerson {
  /** False of a key that was made after the freeze: it may be anybody's. */
  readonly isOlder: boolean;
  readonly hasFrozen: boolean;
  readonly hasAsked: boolean;
}

/** A support key can make keys, so what counts is the person behind a key, not the key. */
async function lookAtKey(tx: Transaction, { frozenBy, unfreezeAskedBy }: FreezeRow, keyId: string) {
  const rows = await tx.$queryRaw<KeyOfPerson[]>`SELECT
    NOT EXISTS (SELECT 1 FROM api_key, signing_freeze
      WHERE api_key.id = ${keyId} AND api_key.created_at >= signing_freeze.frozen_at) AS "isOlder",
    coalesce(person_behind(${keyId}) = person_behind(${frozenBy}), false) AS "hasFrozen",
    coalesce(person_behind(${keyId}) = person_behind(${unfreezeAskedBy}), false) AS "hasAsked"`;
  return rows[0] ?? { isOlder: false, hasFrozen: true, hasAsked: true };
}

const EVENTS = ["operations.frozen", "operations.unfrozen"];

async function record(tx: Transaction, type: string, before: FreezeRow, actor: Actor): Promise<FreezeRow> {
  const after = await tx.signingFreeze.findUniqueOrThrow({ where: { id: "self" } });
  await recordOperation(tx, {
    key: `freeze/${after.version}`,
    type,
    resourceType: "Operations",
    resourceId: "freeze",
    before: { ...before },
    after: { ...after },
    isEvent: EVENTS.includes(type),
    ...actor,
  });
  return after;
}
