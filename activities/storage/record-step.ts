import { createHash } from "node:crypto";
import type { ChainReceipt } from "../../domain/chain/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { mintId } from "../../domain/ids.ts";
import { formatAmount } from "../../domain/money.ts";
import type { Step } from "../../domain/step.ts";
import { accountBalance } from "./account-balance.ts";
import { refusalOf } from "./refusals.ts";

/** The pool, or one connection inside a transaction. */
export interface Queryable {
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
}

/** The end of a chain transaction, written together with what it means for our books. */
export interface ChainOutcome {
  readonly txId: string;
  readonly outcome: "SUCCEEDED" | "FAILED" | "EXPIRED";
  readonly resultCode: string | null;
  readonly feeStroops: string | null;
  readonly receipt: ChainReceipt | null;
  readonly proof: object | null;
}

export interface StepToRecord extends Step {
  /** Recorded once for ever, e.g. "order/ord_…#reserve". */
  readonly key: string;
  readonly caller: { readonly keyId: string; readonly correlationId: string };
  readonly chain?: ChainOutcome;
}

/**
 * The only writer of a status: status, history, postings, chain outcome, audit and numbered events in one statement.
 * False when the key was recorded before: then nothing is done again.
 * @throws AppError INVALID_STATE, INSUFFICIENT_FUNDS, CLIENT_ORDER_REF_REUSED, USER_NOT_FOUND
 */
export async function recordStep(sql: Queryable, step: StepToRecord): Promise<boolean> {
  try {
    const { rows } = await sql.query<{ record_step: boolean }>("SELECT record_step($1)", [stepJson(step)]);
    return rows[0]?.record_step === true;
  } catch (error) {
    const refusal = refusalOf(error, step);
    throw refusal?.code === "INSUFFICIENT_FUNDS" ? await withAvailable(sql, step, refusal) : (refusal ?? error);
  }
}

/** What there is, read a moment later; null inside a transaction, which has failed and answers nothing more. */
async function withAvailable(sql: Queryable, { entry }: StepToRecord, refusal: AppError): Promise<AppError> {
  const taken = entry?.postings.find(({ stroops }) => stroops < 0n);
  const available = taken && (await accountBalance(sql, taken.account).then(formatAmount, () => null));
  return new AppError("INSUFFICIENT_FUNDS", { ...refusal.details, available: available ?? null });
}

/** The step as the database takes it. */
export function stepJson({
  key,
  caller,
  inserts,
  moves,
  edits,
  remarks,
  entry,
  audits,
  events,
  chain,
}: StepToRecord): string {
  const idOf = (kind: string, index: number) => createHash("sha256").update(`${key}|${kind}|${index}`).digest();
  return JSON.stringify({
    key,
    correlationId: caller.correlationId,
    inserts,
    moves,
    edits,
    remarks,
    entry: entry && {
      kind: entry.kind,
      postings: entry.postings.map(({ account, stroops }) => ({ account, stroops: stroops.toString() })),
    },
    audits: audits?.map((audit, index) => ({
      ...audit,
      id: mintId("audit", idOf("audit", index)),
      actorType: "api_key",
      actorId: caller.keyId,
    })),
    events: events?.map((event, index) => ({ ...event, id: mintId("event", idOf("event", index)) })),
    chain,
  });
}
