import type { StepProblem } from "../../domain/chain/problems.ts";
import type { Database } from "../../prisma/client.ts";
import type { Progress } from "../../workflows/contracts/operating.ts";

export const PARKED_KINDS = ["order", "dispute", "topup", "withdrawal", "wallet", "refill", "platform-payout"] as const;
export type ParkedKind = (typeof PARKED_KINDS)[number];

export interface ParkedFilter {
  readonly reason: StepProblem | null;
  readonly kind: ParkedKind | null;
  /** Whose money it is about. */
  readonly userId: string | null;
  /** Parked for at least so long. */
  readonly parkedBefore: Date | null;
  /** True: only what waits for a person; false: only what time may heal. */
  readonly needsOperator: boolean | null;
}

export interface ParkedRow {
  readonly workflowId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly userIds: readonly string[];
  /** Written by the workflow's own activity, in this shape. */
  readonly progress: Progress;
}

export interface ParkedPosition {
  readonly since: string;
  readonly workflowId: string;
}

/** Payments that are parked, oldest first; one more than the limit when there are more. */
export async function parkedPayments(
  db: Database,
  { reason, kind, userId, parkedBefore, needsOperator }: ParkedFilter,
  { limit, after }: { readonly limit: number; readonly after: ParkedPosition | null },
): Promise<readonly ParkedRow[]> {
  const { rows } = await db.sql.query<ParkedRow>(PARKED, [
    reason,
    kind,
    userId,
    parkedBefore?.toISOString() ?? null,
    needsOperator,
    after?.since ?? null,
    after?.workflowId ?? null,
    limit + 1,
  ]);
  return rows;
}

/** `since` is ISO text in UTC, so its order is that of time. */
const PARKED = `
  WITH parked AS (
    SELECT workflow_id, progress, progress->>'since' AS since, split_part(workflow_id, '/', 1) AS kind,
      substr(workflow_id, strpos(workflow_id, '/') + 1) AS subject_id
    FROM workflow_progress WHERE parked
  ), owned AS (
    SELECT p.*, CASE WHEN p.kind = 'wallet' THEN ARRAY[p.subject_id]
      ELSE array_remove(ARRAY[o.buyer_id, o.seller_id, w.user_id, t.user_id, u.id], NULL) END AS user_ids
    FROM parked p
    LEFT JOIN dispute d ON p.kind = 'dispute' AND d.id = p.subject_id
    LEFT JOIN orders o ON o.id = CASE p.kind WHEN 'order' THEN p.subject_id WHEN 'dispute' THEN d.order_id END
    LEFT JOIN withdrawal w ON p.kind = 'withdrawal' AND w.id = p.subject_id
    LEFT JOIN topup t ON p.kind = 'topup' AND t.id = p.subject_id
    LEFT JOIN platform_payout pp ON p.kind = 'platform-payout' AND pp.id = p.subject_id
    LEFT JOIN users u ON u.id = pp.source
  )
  SELECT workflow_id AS "workflowId", kind, subject_id AS "subjectId", user_ids AS "userIds", progress FROM owned
  WHERE ($1::text IS NULL OR progress->>'parkedReason' = $1)
    AND ($2::text IS NULL OR kind = $2)
    AND ($3::text IS NULL OR $3 = ANY(user_ids))
    AND ($4::text IS NULL OR since COLLATE "C" <= $4)
    AND ($5::boolean IS NULL OR (progress->>'nextAttemptAt' IS NULL) = $5)
    AND ($6::text IS NULL OR (since COLLATE "C", workflow_id COLLATE "C") > ($6, $7))
  ORDER BY since COLLATE "C", workflow_id COLLATE "C" LIMIT $8`;
