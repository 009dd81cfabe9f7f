import { type Explanation, NotFoundError } from "../../sdk/index.ts";
import type { CliDeps } from "./deps.ts";
import { factsOf, tableOf, textOf } from "./table.ts";

/** Exit codes of whatever explains; whatever else fails ends with 3. */
export const EXPLAIN_EXIT = { moving: 0, parked: 1, noSuchId: 2, failed: 3 } as const;

/** Tells why it is not finished, and sets the exit code. */
export async function showExplanation(deps: CliDeps, ask: () => Promise<Explanation>): Promise<void> {
  const { show, exitWith, failWith } = deps;
  failWith((error) => (error instanceof NotFoundError ? EXPLAIN_EXIT.noSuchId : EXPLAIN_EXIT.failed));
  const explanation = await ask();
  show(explanation, () => explanationLines(explanation));
  exitWith(explanation.parkedReason === null ? EXPLAIN_EXIT.moving : EXPLAIN_EXIT.parked);
}

const explanationLines = (explanation: Explanation): readonly string[] => [
  textOf(explanation.why),
  "",
  ...factsOf({
    [explanation.subject.kind]: explanation.subject.id,
    state: explanation.state,
    "waits for": `${explanation.waitingFor}, since ${explanation.since}`,
    "who must act": explanation.whoMustAct,
    step: explanation.step,
    parked: explanation.parkedReason,
    "last error": explanation.lastError?.plain,
    "next attempt": explanation.nextAttemptAt,
    "by itself": explanation.deadline && `${explanation.deadline.action} at ${explanation.deadline.at}`,
    "decision ignored": explanation.ignoredDecision,
    runbook: explanation.links.runbook,
    workflow: explanation.links.webUi ?? explanation.subject.workflowId,
  }),
  ...transactionLines(explanation),
  ...actionLines(explanation),
];

const transactionLines = ({ evidence: { transactions } }: Explanation): readonly string[] =>
  transactions.length === 0
    ? []
    : [
        "",
        ...tableOf(transactions, [
          ["transaction", ({ hash }) => hash],
          ["step", ({ step }) => step],
          ["outcome", ({ outcome }) => outcome ?? "not known yet"],
          ["means", ({ meaning }) => meaning],
        ]),
      ];

const actionLines = ({ safeActions }: Explanation): readonly string[] =>
  safeActions.length === 0
    ? []
    : [
        "",
        "What may be done now:",
        ...safeActions.flatMap(({ action, whatItWouldDo, needs, how }) => [
          `  ${textOf(action)}: ${textOf(whatItWouldDo)} (${textOf(needs)})`,
          `    ${textOf(how.rest)}`,
        ]),
      ];
