import { contractMilestones } from "../../domain/fees/preview.ts";
import type { OrderCommand } from "../contracts/order.ts";
import { chainStep } from "../steps/chain-step.ts";
import { providerError, StepRefused } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";
import { settleMilestones } from "./settle-milestones.ts";

/**
 * Pays the seller: every milestone is completed by the seller and approved by the buyer, who then releases. What the contract already shows
 * is not done again, so a release that was interrupted goes on at the missing transaction.
 */
export async function release(run: OrderRun, command: OrderCommand): Promise<void> {
  if (run.isMultiRelease()) return settleMilestones(run, "release", command);
  const { caller } = command;
  const order = run.terms();
  await run.record(
    {
      kind: "releaseRequested",
      order,
      requestedBy: caller.keyId,
      reason: command.reason ?? null,
      requestedAt: new Date().toISOString(),
    },
    caller,
  );
  run.moveTo({ status: "RELEASE_REQUESTED" });
  try {
    await payTheSeller(run, command);
    run.moveTo({ status: "CLOSED", outcome: "RELEASED" });
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    await run.record({ kind: "releaseAbandoned", order }, caller);
    run.moveTo({ status: "IN_PROGRESS" });
    throw providerError(error);
  }
}

async function payTheSeller(run: OrderRun, { caller }: OrderCommand): Promise<void> {
  const order = run.terms();
  const contractId = run.requireContract();
  for (const milestoneIndex of contractMilestones(order)) {
    const milestone = { order, contractId, milestoneIndex };
    if (run.milestones[milestoneIndex] !== "COMPLETED") {
      await chainStep(run.payment, {
        name: `complete/${milestoneIndex}`,
        intent: { kind: "completeMilestone", ...milestone },
        fact: { kind: "milestoneCompleted", order, milestoneIndex },
        caller,
        onRefusal: "park",
      });
    }
    await chainStep(run.payment, {
      name: `approve/${milestoneIndex}`,
      intent: { kind: "approveMilestone", ...milestone },
      fact: { kind: "milestoneApproved", order, milestoneIndex },
      caller,
      onRefusal: "park",
    });
  }
  await chainStep(run.payment, {
    name: "release",
    intent: { kind: "releaseEscrow", order, contractId },
    fact: { kind: "orderReleased", order },
    caller,
    onRefusal: "park",
  });
}
