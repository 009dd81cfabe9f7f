import type { Queryable } from "./record-step.ts";

/** Something of ours that holds USDC on the chain, and what our ledger says of it. */
export interface Holding {
  /** Row id, ascending over pages. */
  readonly id: string;
  /** "usr_…", "platform/<role>" or "ord_…": the difference is told of this. */
  readonly subject: string;
  readonly address: string;
  readonly ledgerStroops: bigint;
  readonly ledgerVersion: bigint;
  /** Transactions that touch it and have no known end. */
  readonly unsettledCount: number;
  /** Hashes among them that should long be over. */
  readonly stuckHashes: readonly string[];
  /** How far the ledger was moved by hand, without the chain; told only of those that are looked at again. */
  readonly adjustedStroops: bigint;
  /** Of that, what was given and what was taken, those that undo each other left out; told as the sum is. */
  readonly givenByHandStroops: bigint;
  readonly takenByHandStroops: bigint;
}

/** The next page, or those that are looked at again. */
export type HoldingFilter =
  | { readonly after: string; readonly limit: number }
  | { readonly ids: readonly string[] }
  /** Of wallets only. */
  | { readonly addresses: readonly string[] };

type Numbers = "ledgerStroops" | "ledgerVersion" | "adjustedStroops" | "givenByHandStroops" | "takenByHandStroops";
type Row = Omit<Holding, Numbers> & {
  readonly stroops: string;
  readonly version: string;
  readonly adjusted: string;
  readonly given: string;
  readonly taken: string;
};

/** One snapshot of what is in flight and what is booked. */
const COMPARED = `
  WITH unsettled AS MATERIALIZED (
    SELECT hash, source_account, booking->'accounts' AS accounts, prepared_at < now() - interval '15 minutes' AS is_stuck
    FROM chain_transaction WHERE outcome IS NULL
  )
  SELECT h.id, h.subject, h.address, l.stroops, l.version, m.*, t.count AS "unsettledCount", t.stuck AS "stuckHashes"
  FROM holder h
  CROSS JOIN LATERAL (SELECT coalesce(sum(balance), 0)::text AS stroops, coalesce(sum(version), 0)::text AS version
    FROM ledger_account a WHERE a.asset = 'USDC' AND a.name = ANY(h.names)) l
  CROSS JOIN LATERAL (SELECT count(*)::int AS count, coalesce(array_agg(hash) FILTER (WHERE is_stuck), '{}') AS stuck
    FROM unsettled u WHERE u.source_account = h.address OR u.accounts ? h.address) t
  CROSS JOIN LATERAL (ADJUSTED) m
  ORDER BY h.id`;

/**
 * What a deposit that was found later has matched is no correction any more: the chain stands behind it. A gift and a taking of
 * the same amount are a mistake that was undone; of other amounts they are two corrections, each for a reason of its own.
 */
const ADJUSTED = `SELECT (coalesce(sum(amount * (gifts - takings)), 0) - matched.stroops)::text AS adjusted,
    (coalesce(sum(amount * greatest(gifts - takings, 0)), 0) - matched.stroops)::text AS given,
    coalesce(sum(amount * greatest(takings - gifts, 0)), 0)::text AS taken
  FROM (SELECT coalesce(sum(matched_stroops), 0) AS stroops FROM deposit d WHERE d.user_id = h.subject) matched
  LEFT JOIN (SELECT abs(p.amount) AS amount, count(*) FILTER (WHERE p.amount > 0) AS gifts, count(*) FILTER (WHERE p.amount < 0) AS takings
    FROM ledger_account hand JOIN ledger_posting theirs ON theirs.account_id = hand.id
      JOIN ledger_posting p ON p.entry_id = theirs.entry_id JOIN ledger_account a ON a.id = p.account_id
    WHERE hand.name = 'world/manual' AND hand.asset = 'USDC' AND a.name = ANY(h.names)
    GROUP BY abs(p.amount)) corrections ON true
  GROUP BY matched.stroops`;

/** With a fiat provider users' wallets only sign, and hold nothing. */
const WALLETS = `SELECT w.id, coalesce(w.user_id, 'platform/' || w.platform_role) AS subject, w.public_key AS address,
    CASE WHEN w.user_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payment_mode WHERE provider = 'airtm') THEN ARRAY['user/' || w.user_id || '/available', 'user/' || w.user_id || '/reserved',
                                               'user/' || w.user_id || '/withdrawing', 'user/' || w.user_id || '/held']
         WHEN w.platform_role = 'fee-receiver' THEN ARRAY['fees/platform']
         WHEN w.platform_role = 'treasury' THEN ARRAY['backing/stellar'] ELSE ARRAY[]::text[] END AS names
  FROM wallet w WHERE w.status = 'ACTIVE'`;

/** Contracts that hold something, may hold something, or were seen to differ. */
const ESCROWS = `SELECT e.id, e.order_id AS subject, e.contract_id AS address, ARRAY['order/' || e.order_id || '/escrow'] AS names
  FROM escrow e LEFT JOIN ledger_account a ON a.name = 'order/' || e.order_id || '/escrow' AND a.asset = 'USDC'
  WHERE e.contract_id IS NOT NULL AND (e.status NOT IN ('RELEASED', 'REFUNDED') OR coalesce(a.balance, 0) <> 0
    OR EXISTS (SELECT 1 FROM reconciliation_difference d
               WHERE d.kind = 'escrow_balance' AND d.subject = e.order_id AND d.resolved_at IS NULL))`;

interface Source {
  readonly sql: Queryable;
}

export const activeWallets = (db: Source, filter: HoldingFilter) => holdings(db, WALLETS, "w.id", filter);
export const openEscrows = (db: Source, filter: HoldingFilter) => holdings(db, ESCROWS, "e.id", filter);

async function holdings({ sql }: Source, holders: string, id: string, filter: HoldingFilter): Promise<Holding[]> {
  const [condition, value] = conditionOf(id, filter);
  // what was done by hand is only asked of those few that differ
  const query = COMPARED.replace("FROM holder h", `FROM (${holders} AND ${condition}) h`).replace(
    "ADJUSTED",
    "after" in filter ? "SELECT '0' AS adjusted, '0' AS given, '0' AS taken" : ADJUSTED,
  );
  const { rows } = await sql.query<Row>(query, [value]);
  return rows.map(({ stroops, version, adjusted, given, taken, ...row }) => ({
    ...row,
    ledgerStroops: BigInt(stroops),
    ledgerVersion: BigInt(version),
    adjustedStroops: BigInt(adjusted),
    givenByHandStroops: BigInt(given),
    takenByHandStroops: BigInt(taken),
  }));
}

function conditionOf(id: string, filter: HoldingFilter): [string, unknown] {
  if ("ids" in filter) return [`${id} = ANY($1)`, filter.ids];
  if ("addresses" in filter) return ["w.public_key = ANY($1)", filter.addresses];
  return [`${id} > $1 ORDER BY ${id} LIMIT ${filter.limit}`, filter.after];
}
