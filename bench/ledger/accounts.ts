import type { Database } from "../../prisma/client.ts";

type Sql = Database["sql"];

export const ACCOUNTS = 100_000;
/** More than the longest run can take from one account. */
const STROOPS_EACH = 1_000_000_000n;

/** SQL of an account's name, for a number from 0 to ACCOUNTS - 1. */
export const accountName = (number: string): string => `'user/bench-' || (${number}) || '/available'`;

/**
 * As many users with money as one branch of TPC-B has accounts, each by an entry of its own from outside: the planner judges by
 * what it finds, so entries are as small as real ones. In bulk, but through the same triggers; analysed on the way, because a
 * plan made for an empty table reads the whole one.
 */
export async function createAccounts(sql: Sql): Promise<void> {
  const users = `generate_series(0, ${ACCOUNTS - 1}) AS n`;
  await sql.query(`
    BEGIN;
    INSERT INTO ledger_account (name) SELECT ${accountName("n")} FROM ${users} UNION ALL SELECT ${OUTSIDE};
    INSERT INTO ledger_entry (idempotency_key, kind) SELECT ${accountName("n")}, 'bench' FROM ${users};
    ANALYZE ledger_account, ledger_entry;
    INSERT INTO ledger_posting (entry_id, account_id, amount)
      SELECT e.id, a.id, line.amount
      FROM ledger_entry e CROSS JOIN LATERAL (
        VALUES (e.idempotency_key, ${STROOPS_EACH}), (${OUTSIDE}, -${STROOPS_EACH})) AS line (account, amount)
      JOIN ledger_account a ON a.name = line.account;
    ANALYZE ledger_posting;
    COMMIT`);
  await sql.query("VACUUM ANALYZE ledger_account, ledger_entry, ledger_posting");
}

const OUTSIDE = "'world/bench'";
