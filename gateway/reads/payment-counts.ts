import type { Database } from "../../prisma/client.ts";

export interface PaymentCounts {
  readonly openOrders: readonly { readonly status: string; readonly count: number }[];
  readonly openWithdrawals: readonly { readonly status: string; readonly count: number }[];
  readonly openTopUps: readonly { readonly status: string; readonly count: number }[];
  readonly parked: readonly {
    readonly reason: string;
    readonly needsOperator: boolean;
    readonly count: number;
    readonly oldestSeconds: number;
  }[];
  /** Signed transactions whose end nobody knows. */
  readonly unsettled: { readonly count: number; readonly oldestSeconds: number };
  /** Since the follower of deposits last wrote its place; null before it ever did. */
  readonly depositsAgeSeconds: number | null;
}

/** What the books say of payments under way, by the database's own clock. Each is answered from a small index. */
export async function countPayments({ sql }: Database): Promise<PaymentCounts> {
  const rowsOf = async <Row extends object>(text: string) => (await sql.query<Row>(text)).rows;
  const [openOrders, openWithdrawals, openTopUps, parked, [unsettled], [deposits]] = await Promise.all([
    rowsOf<{ status: string; count: number }>(
      "SELECT status, count(*)::int AS count FROM orders WHERE status <> 'CLOSED' GROUP BY status",
    ),
    rowsOf<{ status: string; count: number }>(
      `SELECT status, count(*)::int AS count FROM withdrawal
       WHERE status NOT IN ('WITHDRAWAL_COMPLETED', 'WITHDRAWAL_FAILED', 'WITHDRAWAL_CANCELED') GROUP BY status`,
    ),
    rowsOf<{ status: string; count: number }>(
      `SELECT status, count(*)::int AS count FROM topup
       WHERE status NOT IN ('TOPUP_SUCCEEDED', 'TOPUP_FAILED', 'TOPUP_CANCELED') GROUP BY status`,
    ),
    rowsOf<PaymentCounts["parked"][number]>(
      `SELECT progress->>'parkedReason' AS reason, progress->>'nextAttemptAt' IS NULL AS "needsOperator",
         count(*)::int AS count, ${secondsSince("min((progress->>'since')::timestamptz)")} AS "oldestSeconds"
       FROM workflow_progress WHERE parked GROUP BY 1, 2`,
    ),
    rowsOf<PaymentCounts["unsettled"]>(
      `SELECT count(*)::int AS count, coalesce(${secondsSince("min(prepared_at)")}, 0) AS "oldestSeconds"
       FROM chain_transaction WHERE outcome IS NULL`,
    ),
    rowsOf<{ ageSeconds: number | null }>(
      `SELECT ${secondsSince("max(updated_at)")} AS "ageSeconds" FROM stream_cursor`,
    ),
  ]);
  return {
    openOrders,
    openWithdrawals,
    openTopUps,
    parked,
    unsettled: unsettled ?? { count: 0, oldestSeconds: 0 },
    depositsAgeSeconds: deposits?.ageSeconds ?? null,
  };
}

const secondsSince = (time: string): string => `extract(epoch FROM clock_timestamp() - ${time})::float8`;
