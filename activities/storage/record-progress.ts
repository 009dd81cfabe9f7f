import type { Progress } from "../../workflows/contracts/operating.ts";
import type { ActivityDeps } from "../deps.ts";

/** Keeps a workflow's word about where it waits, for when no worker answers a query. */
export const storageRecordProgress =
  ({ db }: ActivityDeps) =>
  async (progress: Progress): Promise<void> => {
    await db.sql.query(
      `INSERT INTO workflow_progress (workflow_id, progress, parked) VALUES ($1, $2, $3)
       ON CONFLICT (workflow_id) DO UPDATE SET progress = $2, parked = $3, updated_at = clock_timestamp()`,
      [progress.workflowId, JSON.stringify(progress), progress.parkedReason !== null],
    );
  };
