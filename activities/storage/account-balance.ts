import type { Queryable } from "./record-step.ts";

/** Our book of an account, in stroops; zero for one that was never used. */
export async function accountBalance(sql: Queryable, account: string): Promise<bigint> {
  const { rows } = await sql.query<{ balance: string }>("SELECT ledger_balance($1)::text AS balance", [account]);
  return BigInt(rows[0]?.balance ?? "0");
}
