import { CancellationScope, setHandler } from "@temporalio/workflow";
import { DECISIONS, type Ruling } from "../../domain/dispute/ruling.ts";
import {
  type ResolveDispute,
  type ResolveDisputeDecision,
  resolveDisputeSignal,
  resolveUpdate,
} from "../contracts/dispute.ts";
import type { DecisionToCarryOut, DisputeRun } from "./dispute-run.ts";

/** Support decides by an update of the API or by a signal of the Web UI; both go the same way. */
export function handleDecisions(run: DisputeRun): void {
  setHandler(
    resolveUpdate,
    async (request) => {
      const ruling = rulingOf(request);
      if (run.isDecidedAs(ruling)) return run.view();
      return run.commands.perform(decisionOf(ruling, request.note, request.caller), true);
    },
    { validator: (request) => run.refuseUnlessDecidable(rulingOf(request)) },
  );
  const seen: string[] = [];
  setHandler(resolveDisputeSignal, async (told) => {
    const decisionId = textOf(told?.decisionId) ?? "without an id";
    if (seen.includes(decisionId)) return;
    seen.push(decisionId);
    // a cancelled workflow goes on: what cannot be followed must not end it
    await CancellationScope.nonCancellable(() => decideBySignal(run, told, decisionId));
  });
}

/** A signal cannot be refused: what does not fit changes nothing, shows in the details and is audited. */
async function decideBySignal(run: DisputeRun, told: ResolveDisputeDecision, decisionId: string): Promise<void> {
  const caller = { keyId: `signal/${textOf(told?.decidedBy) ?? "support"}`, correlationId: decisionId };
  try {
    if (!DECISIONS.includes(told?.decision)) throw new Error("decision must be FULL_RELEASE, FULL_REFUND or SPLIT");
    const { decision, releaseAmount = null, refundAmount = null } = told;
    const ruling = rulingOf({ decision, releaseAmount, refundAmount });
    if (run.isDecidedAs(ruling)) return; // nobody takes commands any more
    run.refuseUnlessDecidable(ruling);
    await run.commands.perform(decisionOf(ruling, textOf(told.note), caller), true);
  } catch (error) {
    const objection = error instanceof Error ? error.message : String(error);
    run.payment.show({ ignoredDecision: `${decisionId}: ${objection}` });
    await run.record({ kind: "decisionIgnored", dispute: run.terms, status: run.status, objection }, caller);
  }
}

function rulingOf(request: Pick<ResolveDispute, "decision" | "releaseAmount" | "refundAmount">): Ruling {
  const { decision, releaseAmount, refundAmount } = request;
  return decision === "SPLIT"
    ? { decision, sellerAmount: releaseAmount ?? "", buyerAmount: refundAmount ?? "" }
    : { decision };
}

export const decisionOf = (
  ruling: Ruling,
  note: string | null,
  caller: DecisionToCarryOut["caller"],
): DecisionToCarryOut => ({
  name: "resolve",
  key: JSON.stringify(ruling),
  ruling,
  note,
  caller,
});

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
