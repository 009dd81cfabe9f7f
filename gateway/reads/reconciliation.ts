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
