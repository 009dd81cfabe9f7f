import { condition } from "@temporalio/workflow";
import type { OperatorDecision } from "../contracts/operating.ts";
import { parkUntilDecided } from "./park.ts";
import type { PaymentRun } from "./payment-run.ts";
import { isRefusal, type SortedFailure, StepRefused, sortFailure } from "./step-failure.ts";

export interface FiatStep<Result> {
  /** Names the step in the progress. */
  readonly name: string;
  /** Asks or tells the provider; it may be done again, because the provider knows our code. */
  readonly attempt: () => Promise<Result>;
  /** True where a definite no means that nothing was done; of a question it says nothing about the payment, and parks it. */
  readonly isOverByNo?: true;
  /**
   * What is true when an operator gives the step up: a result that ends it, or null while nobody can know that nothing
   * happened and nothing will.
   */
  readonly abandon: () => Promise<Result | null>;
}

/**
 * One exchange with the fiat provider. It ends with the provider's answer, or with StepRefused after a definite no.
 * Everything else parks it: time or a person lets it try again.
 */
export async function fiatStep<Result>(run: PaymentRun, step: FiatStep<Result>): Promise<Result> {
  run.show({ step: step.name, waitingFor: "provider", lastError: null });
  let decision: OperatorDecision | null = null;
  for (let timesParked = 0; ; timesParked += 1) {
    const isAbandoned = decision?.action === "abandon";
    const outcome = await (isAbandoned ? givenUp(step) : tried(step));
    if ("result" in outcome) {
      run.show({ step: null, waitingFor: "provider", lastError: null });
      return outcome.result;
    }
    if (outcome instanceof StepRefused) throw outcome;
    if (!isAbandoned && step.isOverByNo && isRefusal(outcome.problem)) {
      throw new StepRefused(outcome.problem, outcome.message);
    }
    decision = await parkUntilDecided(run, outcome, timesParked);
  }
}

async function tried<Result>({ attempt }: FiatStep<Result>): Promise<{ readonly result: Result } | SortedFailure> {
  try {
    return { result: await attempt() };
  } catch (error) {
    return sortFailure(error);
  }
}

const STILL_OPEN: SortedFailure = {
  problem: "STATE_UNEXPECTED",
  message: "it cannot be given up: the provider does not say that nothing happened",
};

async function givenUp<Result>({
  abandon,
}: FiatStep<Result>): Promise<{ readonly result: Result } | StepRefused | SortedFailure> {
  try {
    const result = await abandon();
    return result === null ? STILL_OPEN : { result };
  } catch (error) {
    return error instanceof StepRefused ? error : sortFailure(error);
  }
}

/** First a minute, then twice as long each time, up to a day: a webhook comes first, or nothing is lost by the delay. */
const FIRST_LOOK_MS = 60_000;
const LAST_LOOK_MS = 24 * 60 * 60_000;

/** Waits until somebody hints that something happened, a command comes, or it is time to look. True when it is to look. */
export async function untilWorthALook(run: PaymentRun, isCommanded: () => boolean, looks: number): Promise<boolean> {
  const waitMs = Math.min(FIRST_LOOK_MS * 2 ** looks, LAST_LOOK_MS);
  run.show({ waitingFor: "provider", nextAttemptAt: new Date(Date.now() + waitMs).toISOString() });
  await condition(() => isCommanded() || run.isHinted(), waitMs);
  run.show({ nextAttemptAt: null });
  return !isCommanded();
}
