import type { Queryable } from "./record-step.ts";

/** What the escrows of a transaction without a known end hold in our ledger, in stroops; the named one is left out. */
export async function escrowsBeingPaidOut(sql: Queryable, exceptAccount: string): Promise<bigint> {
  const { rows } = await sql.query<{ stroops: string }>(
    `SELECT coalesce(sum(balance), 0)::text AS stroops FROM ledger_account WHERE asset = 'USDC' AND name <> $1
       AND name LIKE 'order/%/escrow' AND name IN (
         SELECT booked.value FROM chain_transaction t, jsonb_each_text(t.booking->'accounts') booked
         WHERE t.outcome IS NULL AND t.booking->>'entryKind' <> 'fund')`,
    [exceptAccount],
  );
  return BigInt(rows[0]?.stroops ?? "0");
}
