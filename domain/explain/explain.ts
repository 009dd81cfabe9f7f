import { STEP_PROBLEMS, type StepProblem } from "../chain/problems.ts";
import { operatorDecisions } from "./decisions.ts";
import { type PlainError, plainError } from "./plain-error.ts";
import { PROBLEM_ADVICE } from "./problem-advice.ts";
import type { Part, RunningTry, SafeAction, Situation, WhoMustAct } from "./situation.ts";
import { wordsOfStep } from "./step-words.ts";

/** The answer to "why is this not finished?". */
export interface Finding {
  readonly waitingFor: "nothing" | "command" | "support" | "operator" | "provider" | "chain" | "time" | "system";
  readonly since: string;
  readonly whoMustAct: WhoMustAct;
  /** Whole sentences. */
  readonly why: string;
  /** The workflow that holds it up. */
  readonly workflowId: string;
  readonly step: string | null;
  readonly parkedReason: StepProblem | null;
  readonly lastError: PlainError | null;
  readonly nextAttemptAt: string | null;
  readonly safeActions: readonly SafeAction[];
}

type Cause = Pick<Finding, "waitingFor" | "whoMustAct" | "why" | "safeActions"> &
  Partial<Pick<Finding, "lastError" | "nextAttemptAt">>;

/** Says what a subject waits for, who must act, and what may be done now. Pure: everything it knows is in the situation. */
export function explain(situation: Situation): Finding {
  const part = situation.isFinished ? situation.parts[0] : partThatHolds(situation.parts);
  const { where, workflowId } = part;
  const cause = situation.isFinished ? stateCause(situation) : causeOf(situation, part);
  return {
    since: where.since,
    workflowId,
    step: situation.isFinished ? null : where.step,
    parkedReason: situation.isFinished ? null : where.parkedReason,
    lastError: null,
    nextAttemptAt: null,
    ...cause,
  };
}

/** The workflow to ask about: one that is parked, else one at work, else the subject's own. */
function partThatHolds(parts: Situation["parts"]): Part {
  const rank = ({ where }: Part): number => {
    if (where.parkedReason !== null) return where.nextAttemptAt === null ? 0 : 1;
    if (where.step !== null) return 2;
    return where.waitingFor === "chain" || where.waitingFor === "provider" ? 3 : 4;
  };
  const [first, ...others] = parts;
  return others.reduce((best: Part, part) => (rank(part) < rank(best) ? part : best), first);
}

function causeOf(situation: Situation, part: Part): Cause {
  const { parkedReason, step, waitingFor, nextAttemptAt } = part.where;
  const absence = absenceCause(part);
  if (absence) return absence;
  if (parkedReason !== null) return parkedCause(situation, part, parkedReason);
  // its provider has it, and is asked from time to time: the state itself says what for
  if (step === null && situation.rule.waitingFor === "provider") return { ...stateCause(situation), nextAttemptAt };
  if (step !== null || waitingFor === "provider" || waitingFor === "chain") return workingCause(part);
  return { ...stateCause(situation), nextAttemptAt };
}

const stateCause = ({ rule, commands, isFinished }: Situation): Cause => ({
  waitingFor: rule.waitingFor,
  whoMustAct: rule.whoMustAct,
  why: rule.why,
  safeActions: isFinished ? [] : commands,
});

/** Nobody carries the payment on: no worker answers, its workflow is over, or its code fails. */
function absenceCause({ source, execution, where, workflowId }: Part): Cause | null {
  if (source === "live") return null;
  const cause = (why: string): Cause => ({
    waitingFor: "operator",
    whoMustAct: "operator",
    why,
    lastError: where.lastError === null ? null : plainError(where.parkedReason, where.lastError),
    safeActions: [],
  });
  const lastWord = where.parkedReason ? ` Its last word was: ${STEP_PROBLEMS[where.parkedReason].why}.` : "";
  if (execution === null) return cause(`Temporal does not answer, so nobody can carry it on.${lastWord}`);
  if (execution.status !== "RUNNING") {
    return cause(`Its workflow ${workflowId} is ${execution.status}, so nobody carries it on.${lastWord}`);
  }
  if (execution.taskAttempt > 1) {
    return cause(`Its workflow's code fails or no worker finishes it (try ${execution.taskAttempt}).${lastWord}`);
  }
  return cause(`No worker answers for it: is one running?${lastWord}`);
}

function parkedCause(situation: Situation, part: Part, problem: StepProblem): Cause {
  const { step, lastError, nextAttemptAt } = part.where;
  const { why: reason } = STEP_PROBLEMS[problem];
  const parked = `It is parked while ${doing(step)}: ${reason}.`;
  const common = {
    lastError: plainError(problem, lastError ?? reason),
    nextAttemptAt,
    safeActions: operatorDecisions(situation, part),
  };
  return nextAttemptAt === null
    ? {
        ...common,
        waitingFor: "operator",
        whoMustAct: "operator",
        why: `${parked} An operator must look: ${PROBLEM_ADVICE[problem]}`,
      }
    : { ...common, ...healing(problem, parked, nextAttemptAt) };
}

/** Time alone brings no money to an account of the operator, no newer release to the workers, and no history to a node. */
function healing(problem: StepProblem, parked: string, nextAttemptAt: string) {
  if (WANTS_A_PERSON.includes(problem)) {
    const why = `${parked} An operator must act: ${PROBLEM_ADVICE[problem]} It is tried again at ${nextAttemptAt}.`;
    return { waitingFor: "operator", whoMustAct: "operator", why } as const;
  }
  const why = `${parked} Nobody must act: it is tried again at ${nextAttemptAt}. If it lasts, ${PROBLEM_ADVICE[problem]}`;
  return { waitingFor: "time", whoMustAct: "nobody", why } as const;
}

const WANTS_A_PERSON: readonly StepProblem[] = ["TREASURY_LOW", "FIAT_BALANCE_LOW", "NETWORK_NEWER", "HISTORY_LOST"];

/** A step is under way. What its present try met is known to Temporal before the workflow hears of it. */
function workingCause({ where, execution }: Part): Cause {
  const waitingFor = where.waitingFor === "chain" ? "chain" : "provider";
  const going = execution?.tries.find(({ attempt, lastFailure }) => attempt > 1 && lastFailure !== null);
  const untaken = execution?.tries.find(({ isTaken, attempt }) => !isTaken && attempt === 1);
  const base = { waitingFor, whoMustAct: "nobody", safeActions: [] } as const;
  if (going?.lastFailure) return { ...base, ...retrying(where.step, going, going.lastFailure) };
  const why = `The system is ${doing(where.step)} and waits for ${WAITED_FOR[waitingFor]}.`;
  if (untaken) return { ...base, why: `${why} No worker has taken ${untaken.activity} yet.` };
  return { ...base, why };
}

const WAITED_FOR = { chain: "the chain to say how its transaction ended", provider: "a provider" } as const;

function retrying(
  step: string | null,
  { attempt, nextAttemptAt }: RunningTry,
  failure: { type: string | null; message: string },
) {
  const lastError = plainError(failure.type, failure.message);
  const next = nextAttemptAt === null ? "It is being tried again now." : `It is tried again at ${nextAttemptAt}.`;
  const why = `The system is ${doing(step)}; ${attempt - 1} tries did not go through (${lastError.plain.toLowerCase().replace(/\.$/, "")}). ${next}`;
  return { why, lastError, nextAttemptAt };
}

const doing = (step: string | null): string =>
  step === null ? "working on it" : (wordsOfStep(step)?.doing ?? `at the step ${step}`);
