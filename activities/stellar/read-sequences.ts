import { Context } from "@temporalio/activity";
import type { Database } from "../../prisma/client.ts";
import type { ActivityDeps } from "../deps.ts";

const ACCOUNTS_AT_ONCE = 200;

interface Account {
  readonly id: string;
  readonly publicKey: string;
}

/**
 * Keeps under the reading's id which sequence number the chain has used of every wallet of ours. A reading means something once
 * it is whole: whoever takes the fence names one that is.
 */
export const stellarReadSequences =
  ({ db, stellar }: Pick<ActivityDeps, "db" | "stellar">) =>
  async ({ readingId }: { readonly readingId: string }): Promise<void> => {
    let after = "";
    for (;;) {
      const accounts = await accountsAfter(db, after);
      if (accounts.length === 0) return;
      const addresses = accounts.map(({ publicKey }) => publicKey);
      const sequences = await stellar.accountsSequence(addresses);
      await keep(db, readingId, addresses, sequences);
      Context.current().heartbeat();
      after = accounts.at(-1)?.id ?? "";
    }
  };

async function accountsAfter({ sql }: Pick<Database, "sql">, after: string): Promise<readonly Account[]> {
  const { rows } = await sql.query<Account>(
    `SELECT id, public_key AS "publicKey" FROM wallet WHERE id > $1 ORDER BY id LIMIT ${ACCOUNTS_AT_ONCE}`,
    [after],
  );
  return rows;
}

async function keep(
  { sql }: Pick<Database, "sql">,
  readingId: string,
  addresses: readonly string[],
  sequences: ReadonlyMap<string, bigint>,
): Promise<void> {
  const numbers = addresses.map((address) => sequences.get(address)?.toString() ?? null);
  await sql.query(
    `INSERT INTO account_reading (reading_id, account, sequence)
     SELECT $1, account, sequence FROM unnest($2::text[], $3::numeric[]) AS seen (account, sequence) ON CONFLICT DO NOTHING`,
    [readingId, addresses, numbers],
  );
}
