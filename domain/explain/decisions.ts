import type { SafeAction, Situation, Whereabouts } from "./situation.ts";
import { wordsOfStep } from "./step-words.ts";

const NEEDS = "scope support";

/** What trying again does, by whom it asks first. */
const RETRIES = {
  Airtm: "Asks Airtm under the same code again. It never has a second effect.",
  Temporal: "Starts the dispute's workflow again, under the same name. Nothing is signed by it.",
  chain: "Looks at the chain first, then tries the step again. It never has a second effect.",
} as const;

/** What an operator may decide about a parked step now. What could pay twice, or would be refused, is not offered. */
export function operatorDecisions(
  { stepsInFlight, stepsSigned }: Pick<Situation, "stepsInFlight" | "stepsSigned">,
  { workflowId, where }: { readonly workflowId: string; readonly where: Whereabouts },
): readonly SafeAction[] {
  const { step, txHash } = where;
  const key = `${workflowId}#${step}`;
  const words = step === null ? null : wordsOfStep(step);
  const mayBeInFlight = txHash !== null || stepsInFlight.includes(key) || words?.whenAbandoned === null;
  const mayBeSettled = words?.effectIsReadable === true || txHash !== null || stepsSigned.includes(key);
  const evidence = { evidence: { txHash: "<hash>" } };
  return [
    {
      action: "retry",
      how: howTo(workflowId, "retry"),
      whatItWouldDo: RETRIES[words?.asks ?? "chain"],
      needs: NEEDS,
    },
    ...(mayBeInFlight
      ? []
      : [
          {
            action: "abandon",
            how: howTo(workflowId, "abandon"),
            whatItWouldDo: words?.whenAbandoned ?? "The command fails with nothing done.",
            needs: NEEDS,
          },
        ]),
    ...(mayBeSettled
      ? [
          {
            action: "markSettled",
            how: howTo(workflowId, "markSettled", evidence),
            whatItWouldDo:
              "Has the named transaction looked up. Only when the chain shows the effect does the payment go on; nothing is signed.",
            needs: `${NEEDS}, and evidence.txHash: a transaction that the chain has applied`,
          },
        ]
      : []),
  ];
}

function howTo(workflowId: string, action: string, more: object = {}): SafeAction["how"] {
  const body = JSON.stringify({ action, reason: "<why>", ...more });
  const signal = JSON.stringify({ decisionId: "<new id>", action, reason: "<why>", ...more });
  return {
    rest: `POST /operations/${workflowId}/decision ${body}`,
    signal: `temporal workflow signal --workflow-id ${workflowId} --name operatorDecision --input '${signal}'`,
  };
}
