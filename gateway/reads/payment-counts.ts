import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
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
  readonly ownFunds: { readonly treasuryUsdc: number; readonly airtmUsd: number } | null;
}

/** What the books say of payments under way, by the database's own clock. Each is answered from a small index. */
export async function countPayments({ sql }: Database): Promise<PaymentCounts> {
  const rowsOf = async <Row extends object>(text: string) => (await sql.query<Row>(text)).rows;
  const [openOrders, openWithdrawals, openTopUps, parked, [unsettled], [deposits], openDifferences, [ownFunds]] =
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
      rowsOf<NonNullable<PaymentCounts["ownFunds"]>>(
        `SELECT ${amountIn(ledgerAccounts.backingStellar)} AS "treasuryUsdc", ${amountIn(ledgerAccounts.backingAirtm)} AS "airtmUsd"
       FROM payment_mode WHERE provider = 'airtm'`,
      ),
    ]);
  return {
    openOrders,
    openWithdrawals,
    openTopUps,
    parked,
    unsettled: unsettled ?? { count: 0, oldestSeconds: 0 },
    depositsAgeSeconds: deposits?.ageSeconds ?? null,
    openDifferences,
    ownFunds: ownFunds ?? null,
  };
}

const secondsSince = (time: string): string => `extract(epoch FROM clock_timestamp() - ${time})::float8`;
/** Prometheus knows floating point only; nothing is decided by it. */
const amountIn = (account: string): string => `(ledger_balance('${account}') / 1e7)::float8`;
