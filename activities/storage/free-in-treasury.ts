import type { Queryable } from "./record-step.ts";

/** The treasury's USDC that is promised to nobody, in stroops. */
export async function freeInTreasury(sql: Queryable): Promise<bigint> {
  const { rows } = await sql.query<{ stroops: string }>("SELECT free_in_treasury()::text AS stroops");
  return BigInt(rows[0]?.stroops ?? "0");
}
