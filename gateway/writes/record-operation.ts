import { randomBytes } from "node:crypto";
import { ID_ENTROPY_BYTES, mintId } from "../../domain/ids.ts";
import type { LedgerEntry } from "../../domain/ledger/entry.ts";
import type { Transaction } from "./transaction.ts";

/** Something that a person did to the installation as a whole: audited always, told to everybody where `event` says so. */
export interface Operation {
  /** Recorded once for ever, e.g. "freeze/3". */
  readonly key: string;
  /** What happened, in the audit log and as the event's type. */
  readonly type: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  /** What it moves in the ledger. */
  readonly entry?: LedgerEntry;
  readonly isEvent: boolean;
  readonly actorId: string;
  readonly correlationId: string;
}

const mint = (noun: "audit" | "event") => mintId(noun, randomBytes(ID_ENTROPY_BYTES));

export async function recordOperation(tx: Transaction, operation: Operation): Promise<void> {
  const { key, type, resourceType, resourceId, before, after, entry, isEvent, actorId, correlationId } = operation;
  const audit = { id: mint("audit"), action: "UPDATE", eventType: type, resourceType, resourceId, before, after };
  const event = { id: mint("event"), type, aggregateType: resourceType, aggregateId: resourceId, userId: null };
  const step = JSON.stringify({
    key,
    correlationId,
    ...(entry && { entry: toJson(entry) }),
    audits: [{ ...audit, actorType: "api_key", actorId }],
    events: isEvent ? [{ ...event, payload: { ...after, by: actorId } }] : [],
  });
  await tx.$queryRaw`SELECT record_step(${step}::jsonb)`;
}

const toJson = ({ kind, postings }: LedgerEntry) => ({
  kind,
  postings: postings.map(({ account, stroops }) => ({ account, stroops: stroops.toString() })),
});
