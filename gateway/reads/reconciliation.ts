import type { Database } from "../../prisma/client.ts";
import type { ReconciliationReport } from "../../workflows/contracts/reconcile.ts";

export type DifferenceRow = Awaited<ReturnType<typeof openDifferences>>[number];

const SHOWN_MAX = 100;

/** Oldest first. */
export const openDifferences = (db: Database) =>
  db.prisma.reconciliationDifference.findMany({
    where: { resolvedAt: null },
    orderBy: [{ firstSeenAt: "asc" }, { id: "asc" }],
    take: SHOWN_MAX,
  });

export const countOpenDifferences = (db: Database) =>
  db.prisma.reconciliationDifference.count({ where: { resolvedAt: null } });

/** What the newest run that ended did; null before the first. */
export async function lastReconciliation(db: Database): Promise<ReconciliationReport | null> {
  const row = await db.prisma.reconciliationRun.findFirst({ orderBy: { finishedAt: "desc" } });
  return row && (row.report as unknown as ReconciliationReport); // written by storageRecordReconciliation alone
}

/**
 * What the newest reconciliation said of the money that lies at the fiat provider: how much is missing or too much, null where
 * the books agree with it. null as a whole before the first run.
 */
export async function fiatComparison(db: Database): Promise<{ readonly differenceStroops: bigint | null } | null> {
  const open = await db.prisma.reconciliationDifference.findFirst({
    where: { kind: "fiat_balance", resolvedAt: null },
    orderBy: { firstSeenAt: "asc" },
  });
  if (open) {
    const gap = (open.expectedStroops ?? 0n) - (open.foundStroops ?? 0n);
    return { differenceStroops: gap < 0n ? -gap : gap };
  }
  return (await lastReconciliation(db)) && { differenceStroops: null };
}
