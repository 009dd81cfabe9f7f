import type { ChainReceipt } from "../../domain/chain/intent.ts";
import type { Database } from "../../prisma/client.ts";
import { StepFailure } from "../failures.ts";
import type { Booking } from "../stellar/intent-handler.ts";
import type { ProofOfDeath } from "../stellar/proof-of-death.ts";

/** One signed attempt of a chain step, as stored. */
export interface Attempt {
  readonly id: string;
  readonly stepKey: string;
  readonly generation: number;
  readonly intent: string;
  readonly sourceAccount: string;
  readonly sequence: bigint;
  readonly hash: string;
  readonly signedXdr: string;
  readonly sendThrough: "stellar" | "trustless-work";
  /** Unix seconds of chain time. */
  readonly maxTimeSeconds: number;
  readonly preparedLedger: number;
  readonly booking: Booking | null;
  readonly outcome: "SUCCEEDED" | "FAILED" | "EXPIRED" | null;
  readonly resultCode: string | null;
  readonly receipt: ChainReceipt | null;
  readonly proof: ProofOfDeath | null;
}

export type NewAttempt = Omit<Attempt, "outcome" | "resultCode" | "receipt" | "proof"> & {
  readonly correlationId: string;
};

const COLUMNS = `id, step_key AS "stepKey", generation, intent, source_account AS "sourceAccount", sequence::text, hash,
  signed_xdr AS "signedXdr", send_through AS "sendThrough", max_time::text AS "maxTimeSeconds",
  prepared_ledger AS "preparedLedger", booking, outcome, result_code AS "resultCode", receipt, proof`;

type Row = Omit<Attempt, "sequence" | "maxTimeSeconds"> & {
  readonly sequence: string;
  readonly maxTimeSeconds: string;
};

const toAttempt = (row: Row): Attempt => ({
  ...row,
  sequence: BigInt(row.sequence),
  maxTimeSeconds: Number(row.maxTimeSeconds),
});

export async function loadAttempt(db: Database, txId: string): Promise<Attempt> {
  const { rows } = await db.sql.query<Row>(`SELECT ${COLUMNS} FROM chain_transaction WHERE id = $1`, [txId]);
  const row = rows[0];
  if (!row) throw new StepFailure("UNKNOWN_ERROR", `no chain transaction ${txId}`);
  return toAttempt(row);
}

/** The latest attempt of a step; null before the first. */
export async function lastAttempt(db: Database, stepKey: string): Promise<Attempt | null> {
  const { rows } = await db.sql.query<Row>(
    `SELECT ${COLUMNS} FROM chain_transaction WHERE step_key = $1 ORDER BY generation DESC LIMIT 1`,
    [stepKey],
  );
  return rows[0] ? toAttempt(rows[0]) : null;
}

/** True while a transaction of the account has no known outcome. */
export async function isLaneTaken(db: Database, sourceAccount: string): Promise<boolean> {
  const { rows } = await db.sql.query<{ taken: boolean }>(
    "SELECT EXISTS (SELECT 1 FROM chain_transaction WHERE source_account = $1 AND outcome IS NULL) AS taken",
    [sourceAccount],
  );
  return rows[0]?.taken === true;
}

/** The hash too: two equal payments that find the lane free at the same moment are the same bytes. */
const LANE_CONSTRAINTS = ["chain_transaction_lane", "chain_transaction_sequence", "chain_transaction_hash_key"];
const EARLIER_ATTEMPT_ALIVE = "OH002";

/**
 * Commits a signed attempt, before anything is sent. When a twin was faster its attempt is returned, and ours is never sent.
 * @throws StepFailure LANE_BUSY when the account has another transaction in flight
 */
export async function commitAttempt(db: Database, attempt: NewAttempt): Promise<Attempt> {
  try {
    const { rows } = await db.sql.query<Row>(INSERT_ATTEMPT, valuesOf(attempt));
    if (rows[0]) return toAttempt(rows[0]);
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string };
    if (constraint && LANE_CONSTRAINTS.includes(constraint)) return twinOrBusy(db, attempt);
    if (code !== EARLIER_ATTEMPT_ALIVE) throw error;
  }
  return twinOrBusy(db, attempt);
}

const INSERT_ATTEMPT = `INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash,
    signed_xdr, send_through, max_time, prepared_ledger, booking, correlation_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  ON CONFLICT (step_key, generation) DO NOTHING RETURNING ${COLUMNS}`;

function valuesOf(attempt: NewAttempt): unknown[] {
  return [
    attempt.id,
    attempt.stepKey,
    attempt.generation,
    attempt.intent,
    attempt.sourceAccount,
    attempt.sequence.toString(),
    attempt.hash,
    attempt.signedXdr,
    attempt.sendThrough,
    attempt.maxTimeSeconds,
    attempt.preparedLedger,
    attempt.booking && JSON.stringify(attempt.booking),
    attempt.correlationId,
  ];
}

async function twinOrBusy(db: Database, attempt: NewAttempt): Promise<Attempt> {
  const twin = await lastAttempt(db, attempt.stepKey);
  if (twin && twin.generation >= attempt.generation) return twin;
  throw new StepFailure("LANE_BUSY", `another transaction of ${attempt.sourceAccount} is in flight`, {
    retryAfterMs: 500,
  });
}
