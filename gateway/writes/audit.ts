import { randomBytes } from "node:crypto";
import { ID_ENTROPY_BYTES, mintId } from "../../domain/ids.ts";
import type { AuditNote } from "../../domain/step.ts";
import type { Transaction } from "./transaction.ts";

/** Who did something, by which request. */
export interface Actor {
  readonly actorId: string;
  readonly correlationId: string;
}

/** The audit row of what the gateway itself changes, in the same transaction as the change. */
export async function recordAudit(tx: Transaction, note: AuditNote, { actorId, correlationId }: Actor): Promise<void> {
  const { before, after, ...what } = note;
  await tx.auditRecord.create({
    data: {
      ...what,
      id: mintId("audit", randomBytes(ID_ENTROPY_BYTES)),
      ...(before && { payloadBefore: toJson(before) }),
      ...(after && { payloadAfter: toJson(after) }),
      actorType: "api_key",
      actorId,
      result: "SUCCESS",
      correlationId,
    },
  });
}

/** Dates become text, what is undefined goes: the rest is JSON already. */
const toJson = (value: Readonly<Record<string, unknown>>) => JSON.parse(JSON.stringify(value));
