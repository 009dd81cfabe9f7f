import type { CompleteMilestone } from "../contracts/order.ts";
import { chainStep } from "../steps/chain-step.ts";
import { providerError, StepRefused } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";

/** The seller says on the contract that a milestone is done. */
export async function completeMilestone(run: OrderRun, { caller, milestoneRef }: CompleteMilestone): Promise<void> {
  const order = run.terms();
  const milestoneIndex = run.milestoneIndex(milestoneRef);
  run.refuseUnlessMilestone(milestoneIndex, ["OPEN"]);
  try {
    await chainStep(run.payment, {
      name: `complete/${milestoneIndex}`,
      intent: { kind: "completeMilestone", order, contractId: run.requireContract(), milestoneIndex },
      fact: { kind: "milestoneCompleted", order, milestoneIndex },
      caller,
      onRefusal: "throw",
    });
    run.milestones[milestoneIndex] = "COMPLETED";
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    throw providerError(error);
  }
}
