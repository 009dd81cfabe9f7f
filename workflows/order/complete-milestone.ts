import type { CompleteMilestone } from "../contracts/order.ts";
import { chainStep } from "../steps/chain-step.ts";
import { refusal, StepRefused } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";

/** The seller says on the contract that a milestone is done. */
export async function completeMilestone(run: OrderRun, { caller, milestoneRef }: CompleteMilestone): Promise<void> {
  const order = run.terms();
  const milestoneIndex = run.openMilestone(milestoneRef);
  try {
    await chainStep(run.payment, {
      name: `complete/${milestoneIndex}`,
      intent: { kind: "completeMilestone", order, contractId: run.requireContract(), milestoneIndex },
      fact: { kind: "milestoneCompleted", order, milestoneIndex },
      caller,
      onRefusal: "throw",
    });
    run.completed.add(milestoneIndex);
    if (run.completed.size === order.milestones.length) run.completedAt = Date.now();
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    throw refusal("PROVIDER_ERROR", { provider: "trustless_work", reason: error.problem }, error.message);
  }
}
