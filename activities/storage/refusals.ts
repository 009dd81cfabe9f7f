import { AppError } from "../../domain/errors.ts";
import { formatAmount } from "../../domain/money.ts";
import type { Step } from "../../domain/step.ts";

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
  readonly detail?: string;
}

const ILLEGAL_MOVE = "OH001";
const SECOND_KEY_MISSING = "OH013";
const CHECK_VIOLATION = "23514";
const UNIQUE_VIOLATION = "23505";
const FOREIGN_KEY_VIOLATION = "23503";

const REFERENCES: readonly string[] = ["withdrawal_reference_key", "topup_reference_key"];

/** The database's own laws, told as errors of the API; null for anything else. */
export function refusalOf(error: unknown, step: Step): AppError | null {
  if (typeof error !== "object" || error === null) return null;
  const { code, constraint, detail }: DatabaseError = error;
  if (code === ILLEGAL_MOVE) return new AppError("INVALID_STATE", parseDetail(detail));
  if (code === SECOND_KEY_MISSING) return new AppError("SECOND_KEY_REQUIRED", parseDetail(detail));
  if (code === CHECK_VIOLATION && constraint === "ledger_account_not_below_zero") return insufficient(step);
  if (code === UNIQUE_VIOLATION && constraint === "orders_client_order_ref_key") {
    return new AppError("CLIENT_ORDER_REF_REUSED");
  }
  if (code === UNIQUE_VIOLATION && REFERENCES.includes(constraint ?? "")) return new AppError("REFERENCE_REUSED");
  if (code === UNIQUE_VIOLATION && constraint === "dispute_unresolved") return new AppError("DISPUTE_ALREADY_OPEN");
  if (code === FOREIGN_KEY_VIOLATION) return new AppError("USER_NOT_FOUND");
  return null;
}

function insufficient(step: Step): AppError {
  const taken = step.entry?.postings.find((posting) => posting.stroops < 0n);
  return new AppError("INSUFFICIENT_FUNDS", {
    requested: taken ? formatAmount(-taken.stroops) : null,
    currency: "USD",
  });
}

function parseDetail(detail: string | undefined): Record<string, unknown> | null {
  return detail ? JSON.parse(detail) : null;
}
