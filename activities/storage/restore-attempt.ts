import type { Database } from "../../prisma/client.ts";
import { StepFailure } from "../failures.ts";
import type { Booking } from "../stellar/intent-handler.ts";
import {
  type Attempt,
  COLUMNS,
  LANE_CONSTRAINTS,
  laneBusy,
  loadAttempt,
  type Row,
  toAttempt,
} from "./chain-transactions.ts";
import type { FactToRecord } from "./record-fact.ts";

/** What a workflow remembers of its attempt: enough to make its row again where the database has forgotten it. */
export interface RememberedAttempt {
  readonly txId: string;
  readonly hash: string;
  readonly generation: number;
  readonly sourceAccount: string;
  readonly sequence: string;
  /** Unix seconds of chain time. */
  readonly maxTimeSeconds: number;
  readonly preparedLedger: number;
  readonly booking: Booking | null;
}

/** The step that the attempt was made for, as its workflow says it. */
export interface RememberedStep {
  readonly stepKey: string;
  readonly intent: string;
  readonly onSuccess: FactToRecord;
}

export const toRemember = (attempt: Attempt): RememberedAttempt => ({
  txId: attempt.id,
  hash: attempt.hash,
  generation: attempt.generation,
  sourceAccount: attempt.sourceAccount,
  sequence: attempt.sequence.toString(),
  maxTimeSeconds: attempt.maxTimeSeconds,
  preparedLedger: attempt.preparedLedger,
  booking: attempt.booking,
});

/** True where a row of it is there, with an end or without. */
export async function isStored({ sql }: Pick<Database, "sql">, { hash }: RememberedAttempt): Promise<boolean> {
  const { rows } = await sql.query("SELECT 1 FROM chain_transaction WHERE hash = $1", [hash]);
  return rows.length > 0;
}

/**
 * Makes the row again, without an end and without bytes: only the chain says what became of it. Until then it holds its lane,
 * and its step gets no other signature. @throws StepFailure LANE_BUSY, STATE_UNEXPECTED where another attempt has its place
 */
export async function restoreAttempt(
  db: Database,
  remembered: RememberedAttempt,
  step: RememberedStep,
): Promise<Attempt> {
  try {
    const { rows } = await db.sql.query<Row>(INSERT_RESTORED, valuesOf(remembered, step));
    if (rows[0]) return toAttempt(rows[0]);
  } catch (error) {
    const { constraint } = error as { readonly constraint?: string };
    if (constraint !== undefined && LANE_CONSTRAINTS.includes(constraint)) throw laneBusy(remembered.sourceAccount);
    throw error;
  }
  if (await isStored(db, remembered)) return loadAttempt(db, remembered.txId); // a twin was faster
  const { generation, hash } = remembered;
  throw new StepFailure(
    "STATE_UNEXPECTED",
    `attempt ${generation} of ${step.stepKey} is not ${hash}, which its workflow remembers: two have signed for one step`,
  );
}

const INSERT_RESTORED = `INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash,
    signed_xdr, send_through, max_time, prepared_ledger, booking, on_success, restored_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, '', 'stellar', $8, $9, $10, $11, clock_timestamp())
  ON CONFLICT (step_key, generation) DO NOTHING RETURNING ${COLUMNS}`;

function valuesOf(remembered: RememberedAttempt, { stepKey, intent, onSuccess }: RememberedStep): unknown[] {
  return [
    remembered.txId,
    stepKey,
    remembered.generation,
    intent,
    remembered.sourceAccount,
    remembered.sequence,
    remembered.hash,
    remembered.maxTimeSeconds,
    remembered.preparedLedger,
    remembered.booking && JSON.stringify(remembered.booking),
    JSON.stringify(onSuccess),
  ];
}
