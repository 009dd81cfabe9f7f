import type { ChainReceipt } from "../../domain/chain/intent.ts";
import type { RequiredStatus } from "../../domain/chain/required-status.ts";
import type { Database } from "../../prisma/client.ts";
import { StepFailure } from "../failures.ts";
import type { Booking } from "../stellar/intent-handler.ts";
import type { ProofOfDeath } from "../stellar/proof-of-death.ts";
import { requireNone, type SigningRefusal, signingRefusalIn } from "./may-sign.ts";
import type { FactToRecord } from "./record-fact.ts";

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
  /** What is true once it succeeded: recorded with the outcome, by whoever learns of it first. */
  readonly onSuccess: FactToRecord;
  readonly outcome: "SUCCEEDED" | "FAILED" | "EXPIRED" | null;
  readonly resultCode: string | null;
  readonly receipt: ChainReceipt | null;
  readonly proof: ProofOfDeath | null;
}

export interface NewAttempt extends Omit<Attempt, "outcome" | "resultCode" | "receipt" | "proof"> {
  /** The step is only worth an attempt while its payment waits for it. */
  readonly requires: RequiredStatus;
  /** The name under which this deployment signs; null: that of its database. */
  readonly deploymentId: string | null;
}

export const COLUMNS = `id, step_key AS "stepKey", generation, intent, source_account AS "sourceAccount", sequence::text, hash,
  signed_xdr AS "signedXdr", send_through AS "sendThrough", max_time::text AS "maxTimeSeconds",
  prepared_ledger AS "preparedLedger", booking, on_success AS "onSuccess", outcome, result_code AS "resultCode", receipt, proof`;

export type Row = Omit<Attempt, "sequence" | "maxTimeSeconds"> & {
  readonly sequence: string;
  readonly maxTimeSeconds: string;
};

export const toAttempt = (row: Row): Attempt => ({
  ...row,
  sequence: BigInt(row.sequence),
  maxTimeSeconds: Number(row.maxTimeSeconds),
});

export async function loadAttempt(db: Database, txId: string): Promise<Attempt> {
  const { rows } = await db.sql.query<Row>(`SELECT ${COLUMNS} FROM chain_transaction WHERE id = $1`, [txId]);
  const row = rows[0];
  if (!row) throw forgotten(txId);
  return toAttempt(row);
}

/**
 * An attempt that is about to be sent, looked at in the same moment as the freeze and the fence. One that has ended is only
 * returned. @throws StepFailure SIGNING_FROZEN or FENCE_LOST
 */
export async function loadAttemptToSend(db: Database, txId: string, deploymentId: string | null): Promise<Attempt> {
  const { rows } = await db.sql.query<Row & { refusal: SigningRefusal | null }>(
    `SELECT ${COLUMNS}, signing_refusal($2) AS refusal FROM chain_transaction WHERE id = $1`,
    [txId, deploymentId],
  );
  const row = rows[0];
  if (!row) throw forgotten(txId);
  const { refusal, ...attempt } = row;
  if (attempt.outcome === null) requireNone(refusal);
  return toAttempt(attempt);
}

const forgotten = (txId: string) =>
  new StepFailure("ATTEMPT_FORGOTTEN", `the database has no row of the signed transaction ${txId}`);

/** The latest attempt of a step; null before the first. */
export async function lastAttempt(db: Database, stepKey: string): Promise<Attempt | null> {
  const { rows } = await db.sql.query<Row>(
    `SELECT ${COLUMNS} FROM chain_transaction WHERE step_key = $1 ORDER BY generation DESC LIMIT 1`,
    [stepKey],
  );
  return rows[0] ? toAttempt(rows[0]) : null;
}

/** The transaction of the account that has no known outcome; null when the lane is free. */
export async function attemptInFlight(db: Database, sourceAccount: string): Promise<Attempt | null> {
  const { rows } = await db.sql.query<Row>(
    `SELECT ${COLUMNS} FROM chain_transaction WHERE source_account = $1 AND outcome IS NULL`,
    [sourceAccount],
  );
  return rows[0] ? toAttempt(rows[0]) : null;
}

/** How many transactions that our books expect to touch the address have no known end. */
export async function unsettledCount({ sql }: Pick<Database, "sql">, address: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM chain_transaction WHERE outcome IS NULL AND booking->'accounts' ? $1",
    [address],
  );
  return rows[0]?.count ?? 0;
}

/** The hash too: two equal payments that find the lane free at the same moment are the same bytes. */
export const LANE_CONSTRAINTS = ["chain_transaction_lane", "chain_transaction_sequence", "chain_transaction_hash_key"];
const EARLIER_ATTEMPT_ALIVE = "OH002";

/**
 * Commits a signed attempt, before anything is sent. When a twin was faster its attempt is returned, and ours is never sent.
 * @throws StepFailure LANE_BUSY when the account has another transaction in flight, STATE_UNEXPECTED when the payment does
 * not wait for this step any more, SIGNING_FROZEN when all outgoing money is held, FENCE_LOST when somebody else signs,
 * USER_SUSPENDED when it is the money of such a user
 */
export async function commitAttempt(db: Database, attempt: NewAttempt): Promise<Attempt> {
  try {
    const { rows } = await db.sql.query<Row>(INSERT_ATTEMPT, valuesOf(attempt));
    if (rows[0]) return toAttempt(rows[0]);
  } catch (error) {
    const refusal = signingRefusalIn(error);
    if (refusal) throw refusal;
    const { constraint, code } = error as { constraint?: string; code?: string };
    const isLane = constraint !== undefined && LANE_CONSTRAINTS.includes(constraint);
    if (!isLane && code !== EARLIER_ATTEMPT_ALIVE) throw error;
    return twinOr(db, attempt, laneBusy(attempt.sourceAccount));
  }
  const { noun, statuses } = attempt.requires;
  return twinOr(
    db,
    attempt,
    new StepFailure("STATE_UNEXPECTED", `the ${noun} does not wait in ${statuses.join(" or ")} any more`),
  );
}

const INSERT_ATTEMPT = `INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash,
    signed_xdr, send_through, max_time, prepared_ledger, booking, on_success, deployment_id)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, deployment_of($17)
  WHERE (CASE $14 WHEN 'orders' THEN (SELECT status FROM orders WHERE id = $15 FOR SHARE)
    WHEN 'withdrawal' THEN (SELECT status FROM withdrawal WHERE id = $15 FOR SHARE)
    WHEN 'milestone' THEN (SELECT status FROM milestone WHERE id = $15 FOR SHARE)
    WHEN 'refill' THEN (SELECT status FROM refill WHERE id = $15 FOR SHARE)
    WHEN 'platform_payout' THEN (SELECT status FROM platform_payout WHERE id = $15 FOR SHARE)
    WHEN 'wallet' THEN (SELECT status FROM wallet WHERE id = $15 FOR SHARE) END) = ANY($16)
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
    JSON.stringify(attempt.onSuccess),
    attempt.requires.noun,
    attempt.requires.id,
    attempt.requires.statuses,
    attempt.deploymentId,
  ];
}

async function twinOr(db: Database, attempt: NewAttempt, failure: StepFailure): Promise<Attempt> {
  const twin = await lastAttempt(db, attempt.stepKey);
  if (twin && twin.generation >= attempt.generation) return twin;
  throw failure;
}

/** @param holder says which transaction it is, where that is known */
export function laneBusy(sourceAccount: string, holder?: string): StepFailure {
  const message = `another transaction of ${sourceAccount} is in flight${holder ? `: ${holder}` : ""}`;
  return new StepFailure("LANE_BUSY", message, { retryAfterMs: 500 });
}
