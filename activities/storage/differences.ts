import { randomBytes } from "node:crypto";
import { mintId } from "../../domain/ids.ts";
import { type Difference, type DifferenceKind, differenceEvent } from "../../domain/reconciliation/difference.ts";
import type { Database } from "../../prisma/client.ts";
import { inTransaction } from "./in-transaction.ts";
import { type Queryable, recordStep } from "./record-step.ts";

/** What one comparison of some subjects found. */
export interface Findings {
  readonly kind: DifferenceKind;
  readonly differing: readonly Difference[];
  /** Subjects that agree: their difference is gone. `others`: every subject of the kind that is not among `differing`. */
  readonly agreeing: readonly string[] | "others";
}

interface Row {
  readonly id: string;
  readonly kind: DifferenceKind;
  readonly subject: string;
  readonly cause: Difference["cause"];
  readonly expected: string | null;
  readonly found: string | null;
  readonly isNew: boolean;
}

/**
 * Keeps what differs, with its age, and closes what does not differ any more. Each beginning and end is told once, however many
 * look at once: rows first, in the order of their subjects, then the events, because who waits for a number may hold a row.
 */
export const keepFindings = (db: Pick<Database, "sql">, runId: string, findings: Findings): Promise<void> =>
  inTransaction(db, async (sql) => {
    const bySubject = [...findings.differing].sort((one, other) => (one.subject < other.subject ? -1 : 1));
    const kept: Row[] = [];
    for (const difference of bySubject) kept.push(await keep(sql, difference));
    const resolved = await resolve(sql, findings);
    for (const row of kept.filter(({ isNew }) => isNew)) await tell(sql, runId, "found", row);
    for (const row of resolved) await tell(sql, runId, "resolved", row);
  });

const COLUMNS = `id, kind, subject, cause, expected_stroops::text AS expected, found_stroops::text AS found`;

async function keep(sql: Queryable, difference: Difference): Promise<Row> {
  const { kind, subject, expectedStroops, foundStroops, cause, details } = difference;
  const { rows } = await sql.query<Row>(
    `INSERT INTO reconciliation_difference AS d (id, kind, subject, expected_stroops, found_stroops, cause, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (kind, subject) WHERE resolved_at IS NULL DO UPDATE
       SET expected_stroops = $4, found_stroops = $5, cause = $6, details = $7, last_seen_at = clock_timestamp()
     RETURNING ${COLUMNS}, d.id = $1 AS "isNew"`,
    [
      mintId("difference", randomBytes(24)),
      kind,
      subject,
      expectedStroops?.toString() ?? null,
      foundStroops?.toString() ?? null,
      cause,
      JSON.stringify(details),
    ],
  );
  if (!rows[0]) throw new Error(`the difference of ${subject} was not stored`);
  return rows[0];
}

async function resolve(sql: Queryable, { kind, differing, agreeing }: Findings): Promise<Row[]> {
  const isAgreeing = agreeing === "others" ? "subject <> ALL($2)" : "subject = ANY($2)";
  const subjects = agreeing === "others" ? differing.map(({ subject }) => subject) : agreeing;
  const { rows } = await sql.query<Row>(
    `UPDATE reconciliation_difference SET resolved_at = clock_timestamp() WHERE id IN (
       SELECT id FROM reconciliation_difference WHERE resolved_at IS NULL AND kind = $1 AND ${isAgreeing}
       ORDER BY subject FOR UPDATE) AND resolved_at IS NULL RETURNING ${COLUMNS}`,
    [kind, subjects],
  );
  return rows;
}

async function tell(sql: Queryable, runId: string, verb: "found" | "resolved", row: Row): Promise<void> {
  const toStroops = (text: string | null) => (text === null ? null : BigInt(text));
  const difference = {
    ...row,
    expectedStroops: toStroops(row.expected),
    foundStroops: toStroops(row.found),
    details: {},
  };
  await recordStep(sql, {
    key: `reconciliation/${row.id}#${verb}`,
    caller: { keyId: "reconciliation", correlationId: runId },
    events: [differenceEvent(verb, row.id, difference)],
  });
}
