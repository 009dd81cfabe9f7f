import { condition } from "@temporalio/workflow";
import { OUTCOME_OF } from "../../domain/dispute/ruling.ts";
import { chainStep } from "../steps/chain-step.ts";
import { providerError, StepRefused } from "../steps/step-failure.ts";
import type { DecisionToCarryOut, DisputeRun } from "./dispute-run.ts";

/** Writes the decision, waits until the contract is frozen, and has the platform's resolver pay as decided. */
export async function resolve(run: DisputeRun, { ruling, note, caller }: DecisionToCarryOut): Promise<void> {
  run.refuseUnlessDecidable(ruling);
  if (run.isDecidedAs(ruling)) return;
  run.payment.show({ waitingFor: "chain" });
  await condition(() => run.freeze !== "pending");
  run.refuseUnlessDecidable(ruling);
  const { terms: dispute } = run;
  const decidedBy = caller.keyId;
  const decidedAt = new Date().toISOString();
  if (!run.ruling) await run.record({ kind: "rulingStarted", dispute, ruling, note, decidedBy, decidedAt }, caller);
  run.ruling = ruling; // written by an earlier run where it was there already
  try {
    await chainStep(run.payment, {
      // what was signed for a decision that was given up must not be met as this one's
      name: run.givenUpCount === 0 ? "resolve" : `resolve/${run.givenUpCount + 1}`,
      intent: {
        kind: "resolveEscrow",
        order: dispute.order,
        contractId: dispute.contractId,
        ruling,
        ...(dispute.milestone && { milestoneIndex: dispute.milestone.index }),
      },
      fact: { kind: "disputeResolved", dispute, ruling, note, decidedBy },
      caller,
      onRefusal: "rebuild",
    });
    run.outcome = OUTCOME_OF[ruling.decision];
    run.moveTo("RESOLVED");
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    run.givenUpCount += 1;
    await run.record({ kind: "rulingAbandoned", dispute, ruling, givenUpCount: run.givenUpCount }, caller);
    run.ruling = null;
    run.moveTo("UNDER_REVIEW");
    throw providerError(error);
  }
}
