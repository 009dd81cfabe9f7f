import type { Queryable } from "./record-step.ts";

/**
 * What the treasury will have to pay for users, in stroops: orders whose money is reserved and not in their escrow yet, and
 * withdrawals to Stellar addresses that are held or under way.
 */
export async function promisedByTreasury(sql: Queryable): Promise<bigint> {
  const { rows } = await sql.query<{ stroops: string }>(
    `SELECT (coalesce((SELECT sum(balance) FROM ledger_account WHERE asset = 'USDC' AND name LIKE 'user/%/reserved'), 0)
       + coalesce((SELECT sum(amount_stroops) FROM withdrawal WHERE destination_type = 'crypto'
           AND status IN ('WITHDRAWAL_CREATED', 'WITHDRAWAL_COMMITTED', 'WITHDRAWAL_PENDING')), 0))::text AS stroops`,
  );
  return BigInt(rows[0]?.stroops ?? "0");
}
