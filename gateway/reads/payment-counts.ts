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
  /** What reconciliation found and nobody has explained away, by kind. */
  readonly openDifferences: readonly {
    readonly kind: string;
    readonly count: number;
    readonly oldestSeconds: number;
  }[];
  /** The operator's own money behind a fiat provider, as our ledger has it; null where money moves as crypto only. */
  readonly ownFunds: OwnFunds | null;
}

/** The whole of it, and what is promised to nobody. */
interface OwnFunds {
  readonly treasuryUsdc: number;
  readonly treasuryFreeUsdc: number;
  readonly airtmUsd: number;
  readonly airtmFreeUsd: number;
}

/** What the books say of payments under way, by the database's own clock. Each is answered from a small index. */
export async function countPayments({ sql }: Database): Promise<PaymentCounts> {
  const rowsOf = async <Row extends object>(text: string) => (await sql.query<Row>(text)).rows;
  const [openOrders, openWithdrawals, openTopUps, parked, [unsettled], [deposits], openDifferences, [mode]] =
    await Promise.all([
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
      rowsOf<PaymentCounts["openDifferences"][number]>(
        `SELECT kind, count(*)::int AS count, ${secondsSince("min(first_seen_at)")} AS "oldestSeconds"
       FROM reconciliation_difference WHERE resolved_at IS NULL GROUP BY kind`,
      ),
      rowsOf<{ provider: string }>("SELECT provider FROM payment_mode"),
    ]);
  return {
    openOrders,
    openWithdrawals,
    openTopUps,
    parked,
    unsettled: unsettled ?? { count: 0, oldestSeconds: 0 },
    depositsAgeSeconds: deposits?.ageSeconds ?? null,
    openDifferences,
    ownFunds: mode?.provider === "airtm" ? ((await rowsOf<OwnFunds>(OWN_FUNDS))[0] ?? null) : null,
  };
}

const secondsSince = (time: string): string => `extract(epoch FROM clock_timestamp() - ${time})::float8`;
/** Prometheus knows floating point only; nothing is decided by it. */
const amountOf = (stroops: string): string => `(${stroops} / 1e7)::float8`;

const OWN_FUNDS = `SELECT ${amountOf("ledger_balance('backing/stellar')")} AS "treasuryUsdc", ${amountOf("free_in_treasury()")} AS "treasuryFreeUsdc",
    ${amountOf("own")} AS "airtmUsd", ${amountOf("free")} AS "airtmFreeUsd" FROM operators_part_at_airtm()`;
