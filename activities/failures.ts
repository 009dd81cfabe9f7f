import { ApplicationFailure, ApplicationFailureCategory } from "@temporalio/common";
import { STEP_PROBLEMS, type StepProblem } from "../domain/chain/problems.ts";
import { AppError, ERRORS } from "../domain/errors.ts";

/** A step did not go through, sorted by the adapter that saw it. The message is for operators: never a secret, never a body. */
export class StepFailure extends Error {
  readonly problem: StepProblem;
  readonly retryAfterMs: number | null;
  constructor(problem: StepProblem, message: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "StepFailure";
    this.problem = problem;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** A definite no with nothing done. */
export const isRefusal = (error: unknown): error is StepFailure =>
  error instanceof StepFailure && STEP_PROBLEMS[error.problem].verdict === "refuse";

/** Waiting one's turn is no trouble: these are neither logged nor counted as errors. */
const EXPECTED: readonly StepProblem[] = ["LANE_BUSY", "PROVIDER_BUDGET_EXHAUSTED", "SIGNING_FROZEN"];

/** What Temporal is told: the type is the code, retryable or not as its table says. An unsorted error stays itself. */
export function toApplicationFailure(error: unknown): unknown {
  if (error instanceof StepFailure) {
    return ApplicationFailure.create({
      type: error.problem,
      message: error.message,
      nonRetryable: STEP_PROBLEMS[error.problem].verdict !== "retry",
      ...(EXPECTED.includes(error.problem) && { category: ApplicationFailureCategory.BENIGN }),
      ...(error.retryAfterMs === null ? {} : { nextRetryDelay: error.retryAfterMs }),
    });
  }
  if (error instanceof AppError) {
    return ApplicationFailure.create({
      type: error.code,
      message: error.message,
      nonRetryable: ERRORS[error.code].nonRetryable,
      details: [error.details],
    });
  }
  return error;
}
