import { Pool } from "pg";
import { closedLoop } from "../measure/closed-loop.ts";
import { ACCOUNTS } from "./accounts.ts";
import type { Load, LoadClient } from "./load-client.ts";
import { tpcBTransaction } from "./tpc-b.ts";

/**
 * For where pgbench is not installed (the embedded Postgres has none). It waits for each statement as pgbench does, but
 * costs more itself, and TPC-B sends seven statements where we send one: the ratio comes out higher than by pgbench.
 */
export function ownClient({ url, clients, seconds, branches }: Load): LoadClient {
  const drive = async (statements: () => readonly string[]) => {
    const pool = new Pool({ connectionString: url, max: clients });
    const transact = async () => {
      const client = await pool.connect();
      for (const statement of statements()) await client.query(statement);
      client.release();
    };
    return closedLoop(clients, seconds, transact).finally(() => pool.end());
  };
  return {
    description: `pgbench is not installed: both sides by this process with ${clients} connections, which favours one statement over seven`,
    tpcB: () => drive(() => tpcBTransaction(branches)),
    transfers: async ({ sql, perStatement }) => perStatement * (await drive(() => [withRandomAccounts(sql)])),
  };
}

function withRandomAccounts(sql: string): string {
  const first = Math.floor(Math.random() * ACCOUNTS);
  const second = (first + 1 + Math.floor(Math.random() * (ACCOUNTS - 1))) % ACCOUNTS;
  return sql.replaceAll(":first", String(first)).replaceAll(":second", String(second));
}
