import type { ReconciliationReport } from "../../workflows/contracts/reconcile.ts";
import type { ActivityDeps } from "../deps.ts";

/** Keeps what a run of the reconciliation did, and forgets runs of long ago. */
export const storageRecordReconciliation =
  ({ db }: ActivityDeps) =>
  async (report: ReconciliationReport): Promise<void> => {
    await db.sql.query(
      `INSERT INTO reconciliation_run (id, started_at, finished_at, report) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING`,
      [report.runId, report.startedAt, report.finishedAt, JSON.stringify(report)],
    );
    await db.sql.query("DELETE FROM reconciliation_run WHERE finished_at < now() - interval '30 days'");
  };
