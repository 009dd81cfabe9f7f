import type { Database } from "../../prisma/client.ts";
import type { Progress } from "../../workflows/contracts/operating.ts";

/** What the workflow last wrote down about itself; null when it never did. */
export async function recordedProgress(db: Database, workflowId: string): Promise<Progress | null> {
  const row = await db.prisma.workflowProgress.findUnique({ where: { workflowId } });
  return row ? (row.progress as unknown as Progress) : null; // written by the workflow's own activity, in this shape
}
