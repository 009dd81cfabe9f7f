import type { Database } from "../../prisma/client.ts";

type Sql = Database["sql"];

/** Standard sizes: per unit of scale one branch, ten tellers, a hundred thousand accounts. */
const TELLERS_PER_BRANCH = 10;
const ACCOUNTS_PER_BRANCH = 100_000;

/** The tables of `pgbench --initialize`, whoever will use them: its own transactions or ours, which are the same. */
export async function createTpcB(sql: Sql, branches: number): Promise<void> {
  await sql.query(`
    CREATE TABLE pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
    CREATE TABLE pgbench_tellers (tid int NOT NULL, bid int, tbalance int, filler char(84));
    CREATE TABLE pgbench_accounts (aid int NOT NULL, bid int, abalance int, filler char(84));
    CREATE TABLE pgbench_branches (bid int NOT NULL, bbalance int, filler char(88));
    INSERT INTO pgbench_branches (bid, bbalance) SELECT b, 0 FROM generate_series(1, ${branches}) b;
    INSERT INTO pgbench_tellers (tid, bid, tbalance)
      SELECT t, (t - 1) / ${TELLERS_PER_BRANCH} + 1, 0 FROM generate_series(1, ${branches * TELLERS_PER_BRANCH}) t;
    INSERT INTO pgbench_accounts (aid, bid, abalance, filler)
      SELECT a, (a - 1) / ${ACCOUNTS_PER_BRANCH} + 1, 0, '' FROM generate_series(1, ${branches * ACCOUNTS_PER_BRANCH}) a;
    ALTER TABLE pgbench_branches ADD PRIMARY KEY (bid);
    ALTER TABLE pgbench_tellers ADD PRIMARY KEY (tid);
    ALTER TABLE pgbench_accounts ADD PRIMARY KEY (aid);
  `);
  for (const table of ["branches", "tellers", "accounts"]) await sql.query(`VACUUM ANALYZE pgbench_${table}`);
}

/** One transaction as pgbench sends it: seven statements, each waited for. For where pgbench is not installed. */
export function tpcBTransaction(branches: number): readonly string[] {
  const upTo = (most: number) => 1 + Math.floor(Math.random() * most);
  const aid = upTo(branches * ACCOUNTS_PER_BRANCH);
  const bid = upTo(branches);
  const tid = upTo(branches * TELLERS_PER_BRANCH);
  const delta = upTo(10_001) - 5_001;
  return [
    "BEGIN",
    `UPDATE pgbench_accounts SET abalance = abalance + ${delta} WHERE aid = ${aid}`,
    `SELECT abalance FROM pgbench_accounts WHERE aid = ${aid}`,
    `UPDATE pgbench_tellers SET tbalance = tbalance + ${delta} WHERE tid = ${tid}`,
    `UPDATE pgbench_branches SET bbalance = bbalance + ${delta} WHERE bid = ${bid}`,
    `INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES (${tid}, ${bid}, ${aid}, ${delta}, CURRENT_TIMESTAMP)`,
    "END",
  ];
}

/** The other side's law: what was moved is in accounts, tellers and branches alike. */
export async function brokenTpcB(sql: Sql): Promise<readonly string[]> {
  const { rows } = await sql.query<{ sums: readonly string[] }>(`
    SELECT array[
      (SELECT coalesce(sum(delta), 0) FROM pgbench_history), (SELECT sum(abalance) FROM pgbench_accounts),
      (SELECT sum(tbalance) FROM pgbench_tellers), (SELECT sum(bbalance) FROM pgbench_branches)]::text[] AS sums`);
  const sums = rows[0]?.sums ?? [];
  return new Set(sums).size === 1 ? [] : [`TPC-B: history, accounts, tellers and branches differ: ${sums.join(", ")}`];
}
