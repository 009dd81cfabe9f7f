import { patched } from "@temporalio/workflow";
import type { OrderCommand } from "../contracts/order.ts";
import { chainStep } from "../steps/chain-step.ts";
import { refusal, StepRefused } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";
import { requireEligibleBuyer } from "./reserve.ts";

/** Moves the hold into the contract. Refused for good, the money is held as before, and the contract can be funded again. */
export async function fundEscrow(run: OrderRun, { caller }: OrderCommand): Promise<void> {
  const order = run.terms();
  const { contractId } = run;
  if (!contractId) throw refusal("ESCROW_NOT_READY", { orderId: order.orderId }, "the order has no contract yet");
  if (patched("status-is-asked-before-funding")) await requireEligibleBuyer(run);
  if (run.status === "FUNDS_RESERVED") {
    await run.record({ kind: "escrowReused", order, contractId }, caller);
    run.moveTo({ status: "ESCROW_FUNDING" });
  }
  await run.record({ kind: "fundingStarted", order, contractId }, caller);
  try {
    await chainStep(run.payment, {
      name: "fund",
      intent: { kind: "fundEscrow", order, contractId },
      fact: { kind: "escrowFunded", order, contractId },
      caller,
      onRefusal: "throw",
    });
    run.moveTo({ status: "IN_PROGRESS" });
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    await run.record({ kind: "fundingRefused", order }, caller);
    run.moveTo({ status: "FUNDS_RESERVED" });
    throw refusal("ESCROW_FUNDING_FAILED", { orderId: order.orderId, reason: error.problem }, error.message);
  }
}
