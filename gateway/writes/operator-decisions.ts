import { createHash } from "node:crypto";
import { mintId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";
import type { OperatorDecision } from "../../workflows/contracts/operating.ts";

export interface DecisionToAudit {
  readonly workflowId: string;
  /** Of the audit's kinds: Order, Dispute, Withdrawal, Wallet. */
  readonly resourceType: string;
  readonly resourceId: string;
  readonly decision: OperatorDecision;
  readonly before: Readonly<Record<string, string | null>>;
  readonly actorId: string;
  readonly correlationId: string;
}

/** A decision has one audit row for ever, found by the workflow and its own id. */
const auditIdOf = (workflowId: string, decisionId: string) =>
  mintId(
    "audit",
    createHash("sha256")
      .update(JSON.stringify(["operator decision", workflowId, decisionId]))
      .digest(),
  );

export interface EarlierDecision {
  readonly decision: OperatorDecision;
  /** Since when the payment was parked, as it was decided about. */
  readonly parkedSince: string | null;
}

/** What was decided under this id before; null when nothing was. */
export async function earlierDecision(
  db: Database,
  workflowId: string,
  decisionId: string,
): Promise<EarlierDecision | null> {
  const row = await db.prisma.auditRecord.findUnique({ where: { id: auditIdOf(workflowId, decisionId) } });
  if (!row) return null;
  const before = row.payloadBefore as { readonly since?: string } | null; // written below, in these shapes
  return { decision: row.payloadAfter as unknown as OperatorDecision, parkedSince: before?.since ?? null };
}

/** Writes the decision before the workflow hears of it; false when one of this id is written already. */
export async function auditDecision(db: Database, audit: DecisionToAudit): Promise<boolean> {
  const { workflowId, resourceType, resourceId, decision, before, actorId, correlationId } = audit;
  const row = {
    id: auditIdOf(workflowId, decision.decisionId),
    action: "UPDATE",
    eventType: "operation.decided",
    resourceType,
    resourceId,
    payloadBefore: { ...before },
    payloadAfter: { ...decision },
    actorType: "api_key",
    actorId,
    result: "SUCCESS",
    correlationId,
  };
  return (await db.prisma.auditRecord.createMany({ data: row, skipDuplicates: true })).count === 1;
}
