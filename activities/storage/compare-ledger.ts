import type { Difference, DifferenceCause, DifferenceKind } from "../../domain/reconciliation/difference.ts";
import type { BookReport } from "../../workflows/contracts/reconcile.ts";
import type { ActivityDeps } from "../deps.ts";
import { keepFindings } from "./differences.ts";

interface Row {
  readonly subject: string;
  readonly expected: string | null;
  readonly found: string | null;
  readonly hash: string | null;
  /** Where the law itself can tell. */
  readonly cause?: DifferenceCause;
}

/** Each selects what should not be there. One statement sees one moment, so nothing in motion shows. */
const LAWS: Readonly<Partial<Record<DifferenceKind, string>>> = {
  ledger_entry: `SELECT e.idempotency_key AS subject, '0' AS expected, sum(p.amount)::text AS found, NULL AS hash
    FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id JOIN ledger_account a ON a.id = p.account_id
    GROUP BY e.id, a.asset HAVING sum(p.amount) <> 0 LIMIT 1000`,
  ledger_balance: `SELECT a.name AS subject, a.balance::text AS expected, coalesce(sum(p.amount), 0)::text AS found, NULL AS hash
    FROM ledger_account a LEFT JOIN ledger_posting p ON p.account_id = a.id
    GROUP BY a.id HAVING a.balance <> coalesce(sum(p.amount), 0) OR (a.balance < 0 AND NOT a.outside) LIMIT 1000`,
  fiat_claims: `SELECT 'airtm' AS subject, at_airtm::text AS expected, claimed::text AS found, NULL AS hash,
      CASE WHEN claimed - at_airtm = -by_hand THEN 'manual_adjustment' ELSE 'unexplained' END AS cause
    FROM (SELECT
      -coalesce(sum(balance) FILTER (WHERE name IN ('world/airtm', 'fees/airtm')), 0) AS at_airtm,
      coalesce(sum(balance) FILTER (WHERE name LIKE 'user/%' OR name IN ('backing/airtm', 'suspense/paid-after-return')), 0) AS claimed,
      coalesce(sum(balance) FILTER (WHERE name = 'world/manual'), 0) AS by_hand FROM ledger_account) sums
    WHERE claimed <> at_airtm AND EXISTS (SELECT 1 FROM payment_mode WHERE provider = 'airtm')`,
  suspense: `SELECT name AS subject, '0' AS expected, balance::text AS found, NULL AS hash
    FROM ledger_account WHERE name LIKE 'suspense/%' AND balance <> 0`,
  transaction_not_booked: `SELECT t.id AS subject, NULL AS expected, NULL AS found, t.hash
    FROM chain_transaction t WHERE t.outcome = 'SUCCEEDED' AND t.booking IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.idempotency_key = t.on_success->>'key') LIMIT 1000`,
  transaction_without_outcome: `SELECT t.id AS subject, NULL AS expected, NULL AS found, t.hash
    FROM chain_transaction t WHERE t.outcome IS NULL AND t.prepared_at < now() - interval '15 minutes' LIMIT 1000`,
};

/** Compares our ledger with itself and with our transactions. */
export const storageCompareLedger =
  ({ db }: Pick<ActivityDeps, "db">) =>
  async ({ runId }: { runId: string }): Promise<BookReport> => {
    let differing = 0;
    for (const [kind, law] of Object.entries(LAWS) as [DifferenceKind, string][]) {
      const { rows } = await db.sql.query<Row>(law);
      differing += rows.length;
      await keepFindings(db, runId, {
        kind,
        differing: rows.map((row) => toDifference(kind, row)),
        agreeing: "others",
      });
    }
    const { rows } = await db.sql.query<{ count: number }>("SELECT count(*)::int AS count FROM ledger_account");
    return { checked: rows[0]?.count ?? 0, differing, inMotion: 0, credited: 0 };
  };

function toDifference(kind: DifferenceKind, { subject, expected, found, hash, cause }: Row): Difference {
  return {
    kind,
    subject,
    expectedStroops: expected === null ? null : BigInt(expected),
    foundStroops: found === null ? null : BigInt(found),
    cause: cause ?? (kind === "transaction_without_outcome" ? "transaction_in_flight" : "unexplained"),
    details: hash === null ? {} : { txHashes: [hash] },
  };
}
