import type { Database } from "../../prisma/client.ts";

type Sql = Database["sql"];

export const ACCOUNTS = 100_000;
/** Few, as entries have: the planner judges by what it finds, and would read whole tables after entries of thousands. */
const ACCOUNTS_PER_ENTRY = 100;
const ENTRIES_PER_STATEMENT = 50;
/** More than the longest run can take from one account. */
const STROOPS_EACH = 1_000_000_000n;

/** SQL of an account's name, for a number from 0 to ACCOUNTS - 1. */
export const accountName = (number: string): string => `'user/bench-' || (${number}) || '/available'`;

/** As many users with money as one branch of TPC-B has accounts. */
export async function createAccounts(sql: Sql): Promise<void> {
  const entries = ACCOUNTS / ACCOUNTS_PER_ENTRY;
  for (let first = 0; first < entries; first += ENTRIES_PER_STATEMENT) {
    await sql.query(
      `SELECT ${SEEDING_ENTRY} FROM generate_series(${first}, ${first + ENTRIES_PER_STATEMENT - 1}) AS entry`,
    );
    await sql.query(VACUUM); // a plan made for an empty table would read whole tables ever after
  }
}

const VACUUM = "VACUUM ANALYZE ledger_account, ledger_entry, ledger_posting";

const line = (account: string, stroops: bigint): string =>
  `jsonb_build_object('account', ${account}, 'stroops', '${stroops}')`;

/** From an outside of its own: one for all would be changed a thousand times in a row. */
const SEEDING_ENTRY = `post_entry('bench accounts ' || entry, 'bench', (
  SELECT jsonb_agg(${line(accountName(`entry * ${ACCOUNTS_PER_ENTRY} + n`), STROOPS_EACH)})
  FROM generate_series(0, ${ACCOUNTS_PER_ENTRY - 1}) AS n
) || ${line("'world/bench-' || entry", -STROOPS_EACH * BigInt(ACCOUNTS_PER_ENTRY))})`;
