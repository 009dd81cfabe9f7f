import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { transfer } from "../../domain/ledger/entry.ts";
import type { Database } from "../../prisma/client.ts";
import { inTransaction } from "./in-transaction.ts";
import { type Queryable, recordStep } from "./record-step.ts";

type Sql = Pick<Database, "sql">;

export interface OpenFiatItem {
  readonly id: string;
  readonly direction: "in" | "out";
  readonly providerId: string;
  /** True of one that is over for us: nobody looks at it any more, unless the provider says something. */
  readonly isOver: boolean;
}

const OPEN_MAX = 200;

/** What the provider has and we wait for, and what ended lately: it may have changed since. */
export async function openFiatItems({ sql }: Sql): Promise<OpenFiatItem[]> {
  const { rows } = await sql.query<OpenFiatItem>(
    `(SELECT id, 'in' AS direction, airtm_payin_id AS "providerId", status IN ('TOPUP_FAILED', 'TOPUP_CANCELED') AS "isOver" FROM topup
        WHERE airtm_payin_id IS NOT NULL AND status <> 'TOPUP_SUCCEEDED' ORDER BY updated_at DESC LIMIT ${OPEN_MAX})
     UNION ALL
     (SELECT id, 'out', airtm_payout_id, status IN ('WITHDRAWAL_FAILED', 'WITHDRAWAL_CANCELED') FROM withdrawal
        WHERE airtm_payout_id IS NOT NULL AND status <> 'WITHDRAWAL_COMPLETED' ORDER BY updated_at DESC LIMIT ${OPEN_MAX})`,
  );
  return rows;
}

/** True until anything of ours was asked of the provider, or booked of its account. */
export async function isUntouched(sql: Queryable): Promise<boolean> {
  const { rows } = await sql.query<{ isUntouched: boolean }>(
    `SELECT NOT EXISTS (SELECT 1 FROM ledger_account WHERE name = $1)
       AND NOT EXISTS (SELECT 1 FROM topup WHERE airtm_payin_id IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE airtm_payout_id IS NOT NULL) AS "isUntouched"`,
    [ledgerAccounts.airtm],
  );
  return rows[0]?.isUntouched === true;
}

/**
 * What our account at the provider held before anything of ours moved is the operator's own. Booked once, by the first
 * comparison of an installation or before its first payment; false when it was booked before, or when something has moved already.
 */
export const bookOpeningBalance = (db: Sql, stroops: bigint): Promise<boolean> =>
  inTransaction(db, async (sql) => {
    if (stroops <= 0n || !(await isUntouched(sql))) return false;
    return recordStep(sql, {
      key: "treasury/airtm-opening",
      caller: { keyId: "reconciliation", correlationId: "treasury/airtm-opening" },
      entry: transfer("treasury", ledgerAccounts.airtm, ledgerAccounts.backingAirtm, stroops),
    });
  });
