import type { PayoutTerms } from "../../domain/chain/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { stepOf } from "../../domain/facts.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { formatAmount, parseOrderAmount } from "../../domain/money.ts";
import type { Caller } from "../../workflows/contracts/operating.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import { type Queryable, stepJson } from "./record-step.ts";

export interface HoldAll {
  /** Recorded once for ever, as every step. */
  readonly key: string;
  readonly caller: Caller;
  /** Its amount is not known yet. */
  readonly payout: PayoutTerms;
  readonly description: string | null;
  readonly limits: { readonly min: string; readonly max: string };
}

/** Stands in the step until the database puts the balance there. */
const SOME_AMOUNT = "0.01";
const NOT_TO_BE_HELD = "OH012";

/**
 * Creates a withdrawal of everything that is available, and answers how much that was: decided by the statement that holds it.
 * @throws AppError INSUFFICIENT_FUNDS with nothing there, INVALID_AMOUNT outside the limits
 */
export const storageHoldAll =
  ({ db }: ActivityDeps) =>
  async (asked: HoldAll): Promise<{ readonly amount: string }> => {
    await hold(db.sql, asked);
    const { rows } = await db.sql.query<{ stroops: string }>(
      "SELECT amount_stroops::text AS stroops FROM withdrawal WHERE id = $1",
      [asked.payout.withdrawalId],
    );
    if (!rows[0]) throw new StepFailure("STATE_UNEXPECTED", `${asked.key} left no withdrawal behind`);
    return { amount: formatAmount(BigInt(rows[0].stroops)) };
  };

async function hold(sql: Queryable, { key, caller, payout, description, limits }: HoldAll): Promise<void> {
  const fact = { kind: "withdrawalCreated", payout: { ...payout, amount: SOME_AMOUNT }, description } as const;
  const [min, max] = [parseOrderAmount(limits.min), parseOrderAmount(limits.max)];
  const values = [
    stepJson({ key, caller, ...stepOf(fact, null) }),
    ledgerAccounts.available(payout.userId),
    min.toString(),
    max.toString(),
  ];
  try {
    await sql.query("SELECT record_step_of_all($1, $2, $3, $4)", values);
  } catch (error) {
    throw refusalOf(error, limits) ?? error;
  }
}

function refusalOf(error: unknown, limits: HoldAll["limits"]): AppError | null {
  const { code, detail } = error as { code?: string; detail?: string };
  if (code !== NOT_TO_BE_HELD || detail === undefined) return null;
  const { available } = JSON.parse(detail) as { available: string };
  if (available === "0.00") return new AppError("INSUFFICIENT_FUNDS", { requested: "all", available, currency: "USD" });
  return new AppError("INVALID_AMOUNT", { provided: "all", available, ...limits });
}
