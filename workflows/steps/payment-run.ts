import { setCurrentDetails, setHandler, upsertSearchAttributes, workflowInfo } from "@temporalio/workflow";
import { STEP_PROBLEMS, type StepProblem } from "../../domain/chain/problems.ts";
import type { Fact } from "../../domain/facts.ts";
import { storage } from "../activity-options.ts";
import {
  type Caller,
  type OperatorDecision,
  operatorDecisionSignal,
  type Progress,
  progressQuery,
} from "../contracts/operating.ts";
import { providerHintSignal } from "../contracts/provider-hint.ts";
import { paymentStateKey, stateSinceKey } from "../contracts/search-attributes.ts";
import { apiErrorOf } from "./step-failure.ts";

type ProgressChange = Partial<Omit<Progress, "workflowId" | "since">>;

const DECISIONS_REMEMBERED = 100;
/** As code: the Web UI would bend its quotation marks otherwise, and a person copies it. */
const WITHOUT_ID = 'it needs a decisionId: `{"decisionId":"any new text","action":"retry","reason":"why"}`';

/** One payment's place in its life: what operators see of it, and what they decided. */
export interface PaymentRun {
  readonly progress: Progress;
  /** Changes the progress and shows it in the Web UI at once; costs no history. */
  show(change: ProgressChange): void;
  /** The decision that fits the present parking, once; null while there is none. */
  takeDecision(): OperatorDecision | null;
  hasDecision(): boolean;
  /** True when a provider hinted at something since `forgetHints`: a reason to look earlier, never to believe it. */
  isHinted(): boolean;
  forgetHints(): void;
  /**
   * Writes a fact once: its key is the workflow id, what happened, and how often it happened before.
   * @param name where the fact has one of its own that a repeat shares, also one to a later run: it takes the count's place
   * @throws ApplicationFailure a refusal by the database's laws, which fails the command
   */
  record(fact: Fact, caller: Caller, name?: string): Promise<void>;
  /** Shows a status that is written; its end in the list of workflows, too. */
  moveTo(state: string, isOver: boolean): void;
  stepKey(name: string): string;
}

/**
 * Registers what every money workflow answers to; call it before the first await.
 * @param runName of a run that goes on where another one ended: keeps what both write down apart
 */
export function openPayment(title: string, initialState: string, runName?: string): PaymentRun {
  const { workflowId } = workflowInfo();
  const factCounts = new Map<string, number>();
  const seenDecisions: string[] = [];
  let decision: OperatorDecision | null = null;
  let isHinted = false;
  let progress = firstProgress(workflowId, initialState);

  const factKey = (kind: string) => {
    const count = (factCounts.get(kind) ?? 0) + 1;
    factCounts.set(kind, count);
    return `${workflowId}#${kind}${runName ? `/${runName}` : ""}${count === 1 ? "" : `/${count}`}`;
  };
  const show = (change: ProgressChange) => {
    const next = { ...progress, ...change };
    progress = { ...next, since: isSamePlace(progress, next) ? progress.since : new Date().toISOString() };
    setCurrentDetails(describe(title, progress));
  };
  setHandler(progressQuery, () => progress, { description: "Where this payment is, and what it waits for." });
  setHandler(operatorDecisionSignal, (candidate) => {
    if (typeof candidate?.decisionId !== "string") return show({ ignoredDecision: WITHOUT_ID }); // typed by hand
    if (seenDecisions.includes(candidate.decisionId)) return;
    seenDecisions.push(candidate.decisionId);
    if (seenDecisions.length > DECISIONS_REMEMBERED) seenDecisions.shift();
    const objection = objectionTo(candidate, progress);
    if (objection) show({ ignoredDecision: `${candidate.decisionId}: ${objection}` });
    else decision = candidate;
  });
  setHandler(providerHintSignal, () => {
    isHinted = true;
  });
  show({});
  return {
    get progress() {
      return progress;
    },
    show,
    hasDecision: () => decision !== null,
    isHinted: () => isHinted,
    forgetHints() {
      isHinted = false;
    },
    takeDecision() {
      const taken = decision;
      decision = null;
      return taken;
    },
    async record(fact, caller, name) {
      const key = name === undefined ? factKey(fact.kind) : `${workflowId}#${fact.kind}/${name}`;
      try {
        await storage.storageRecordFact({ key, caller, fact });
      } catch (error) {
        throw apiErrorOf(error) ?? error;
      }
    },
    moveTo(state, isOver) {
      show({ state, ...(isOver && { waitingFor: "nothing" }) });
      if (isOver) upsertSearchAttributes(stateToSearchFor(state));
    },
    stepKey: (name) => `${workflowId}#${name}`,
  };
}

/** Search attributes cost an Action each time, so only what operators search for is kept in them. */
export const stateToSearchFor = (state: string) => [
  { key: paymentStateKey, value: state },
  { key: stateSinceKey, value: new Date() },
];

/** `since` tells how long it has been waiting, so a remark must not change it. */
function isSamePlace(before: Progress, after: Progress): boolean {
  const keys = ["state", "step", "generation", "waitingFor", "parkedReason"] as const;
  return keys.every((key) => before[key] === after[key]);
}

function firstProgress(workflowId: string, state: string): Progress {
  return {
    workflowId,
    state,
    step: null,
    generation: 0,
    txHash: null,
    waitingFor: "command",
    since: new Date().toISOString(),
    parkedReason: null,
    lastError: null,
    nextAttemptAt: null,
    ignoredDecision: null,
  };
}

/** A signal cannot be refused, so what does not fit is ignored where everybody sees it. */
function objectionTo(decision: OperatorDecision, progress: Progress): string | null {
  if (progress.parkedReason === null) return "nothing is parked";
  if (decision.action === "abandon" && progress.txHash !== null) {
    return `transaction ${progress.txHash} may still apply; only its proven end lets the step be abandoned`;
  }
  if (decision.action === "markSettled" && typeof decision.evidence?.txHash !== "string") {
    return "markSettled needs evidence.txHash";
  }
  if (!["retry", "abandon", "markSettled"].includes(decision.action)) return "unknown action";
  return null;
}

function describe(title: string, progress: Progress): string {
  const lines = [
    `**${title}**`,
    `- state: **${progress.state}**`,
    `- step: ${progress.step ?? "none"}${progress.generation > 1 ? ` (attempt ${progress.generation})` : ""}`,
    `- waiting for: ${progress.waitingFor}, since ${progress.since}`,
    ...(progress.txHash ? [`- transaction: \`${progress.txHash}\``] : []),
    ...(progress.parkedReason ? [parkedLine(progress.parkedReason, progress)] : []),
    ...(progress.deadline ? [`- ${progress.deadline.action} by itself at ${progress.deadline.at}`] : []),
    ...(progress.lastError ? [`- last error: ${progress.lastError}`] : []),
    ...(progress.ignoredDecision ? [`- ignored decision: ${progress.ignoredDecision}`] : []),
  ];
  return lines.join("\n");
}

function parkedLine(reason: StepProblem, progress: Progress): string {
  const next = progress.nextAttemptAt ? `tries again by itself at ${progress.nextAttemptAt}` : "waits for an operator";
  return [
    `- **parked: ${reason}**; ${next}`,
    `- why: ${STEP_PROBLEMS[reason].why}`,
    `- what to do: docs/runbooks/${reason}.md (the gateway shows it at /docs/runbooks/${reason})`,
    '- then signal `operatorDecision`: `{"decisionId":"any new text","action":"retry","reason":"why"}` (or abandon, markSettled)',
  ].join("\n");
}
