import type { OrderCommand } from "../contracts/order.ts";
import { chainStep } from "../steps/chain-step.ts";
import { providerError, StepRefused } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";
import { requireEligibleParties } from "./reserve.ts";

/** Deploys the escrow contract, once per order; after a refused funding the same contract is used again. */
export async function createEscrow(run: OrderRun, { caller }: OrderCommand): Promise<void> {
  const order = run.terms();
  await requireEligibleParties(run);
  if (run.contractId) {
    await run.record({ kind: "escrowReused", order, contractId: run.contractId }, caller);
    run.moveTo({ status: "ESCROW_FUNDING" });
    return;
  }
  await run.record({ kind: "escrowStarted", order, isFirst: !run.hasEscrow }, caller);
  run.hasEscrow = true;
  run.moveTo({ status: "ESCROW_CREATING" });
  try {
    const receipt = await chainStep(run.payment, {
      name: "deploy",
      intent: { kind: "deployEscrow", order },
      fact: { kind: "escrowDeployed", order },
      caller,
      onRefusal: "throw",
    });
    if (!receipt.contractId) throw new RangeError("a deployment answers with the contract's id");
    run.moveTo({ status: "ESCROW_FUNDING", contractId: receipt.contractId });
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    await run.record({ kind: "deploymentRefused", order }, caller);
    run.moveTo({ status: "FUNDS_RESERVED" });
    throw providerError(error);
  }
}
