import type { Database } from "../client.ts";

type Sql = Pick<Database["sql"], "query">;
export type Amounts = Readonly<Record<string, bigint | number>>;

/** Posts one entry; amounts in stroops by account. False when the key was used before. */
export async function post(sql: Sql, key: string, amounts: Amounts, kind = "test"): Promise<boolean> {
  const postings = Object.entries(amounts).map(([account, stroops]) => ({ account, stroops: stroops.toString() }));
  const { rows } = await sql.query<{ posted: boolean }>("SELECT post_entry($1, $2, $3) AS posted", [
    key,
    kind,
    JSON.stringify(postings),
  ]);
  return rows[0]?.posted === true;
}

export async function balanceOf(sql: Sql, account: string): Promise<bigint> {
  const { rows } = await sql.query<{ balance: string }>("SELECT ledger_balance($1) AS balance", [account]);
  return BigInt(rows[0]?.balance ?? 0);
}
