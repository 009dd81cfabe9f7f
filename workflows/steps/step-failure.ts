import { ActivityFailure, ApplicationFailure, TimeoutFailure } from "@temporalio/workflow";
import { isStepProblem, STEP_PROBLEMS, type StepProblem } from "../../domain/chain/problems.ts";
import { type ErrorCode, type ErrorDetails, isErrorCode } from "../../domain/errors.ts";

/** A step that will not happen: the provider or the chain said a definite no, or an operator gave it up with nothing in flight. */
export class StepRefused extends Error {
  readonly problem: StepProblem;
  constructor(problem: StepProblem, message: string) {
    super(message);
    this.name = "StepRefused";
    this.problem = problem;
  }
}

export interface SortedFailure {
  readonly problem: StepProblem;
  readonly message: string;
}

/** What an activity's failure means for its step. A timeout is a node or a worker that never answered: time may heal it. */
export function sortFailure(error: unknown): SortedFailure {
  if (!(error instanceof ActivityFailure)) throw error;
  const { cause } = error;
  if (cause instanceof TimeoutFailure) return { problem: "CHAIN_UNREACHABLE", message: `no answer: ${cause.message}` };
  if (!(cause instanceof ApplicationFailure)) return { problem: "UNKNOWN_ERROR", message: error.message };
  return { problem: isStepProblem(cause.type) ? cause.type : "UNKNOWN_ERROR", message: cause.message };
}

/** A known refusal of the API that an activity threw; null for anything else. */
export function apiErrorOf(error: unknown): ApplicationFailure | null {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof ApplicationFailure && isErrorCode(cause.type) ? cause : null;
}

/** An error of the API as a workflow tells it to the caller of a command. */
export function refusal(code: ErrorCode, details: ErrorDetails | null, message: string): ApplicationFailure {
  return ApplicationFailure.create({ type: code, message, nonRetryable: true, details: [details] });
}

/** A step that will not happen, as the caller of its command is told. */
export function providerError({ problem, message }: StepRefused): ApplicationFailure {
  return refusal("PROVIDER_ERROR", { provider: "trustless_work", reason: problem }, message);
}

export function isHealedByTime(problem: StepProblem): boolean {
  const { verdict } = STEP_PROBLEMS[problem];
  return verdict === "retry" || verdict === "wait";
}

export function isRefusal(problem: StepProblem): boolean {
  return STEP_PROBLEMS[problem].verdict === "refuse";
}
