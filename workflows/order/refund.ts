import type { OrderCommand } from "../contracts/order.ts";
import { chainStep } from "../steps/chain-step.ts";
import { providerError, refusal, StepRefused } from "../steps/step-failure.ts";
import { freeze } from "./freeze.ts";
import type { OrderRun } from "./order-run.ts";
import { settleMilestones } from "./settle-milestones.ts";

/**
 * Pays the buyer back: the buyer freezes the contract, and the platform's resolver gives all that is in it to the buyer. Once
 * it is frozen there is no way back to a release, so a refund that an operator stops there goes on with the next `refund`.
 */
export async function refund(run: OrderRun, command: OrderCommand): Promise<void> {
  if (run.isMultiRelease()) return settleMilestones(run, "refund", command);
  const { caller } = command;
  const order = run.terms();
  if (run.status === "IN_PROGRESS") await request(run, command);
  await freeze(run, { by: "BUYER", caller }).catch((error) => giveUp(run, command, error));
  try {
    await chainStep(run.payment, {
      name: "refund",
      intent: {
        kind: "resolveEscrow",
        order,
        contractId: run.requireContract(),
        ruling: { decision: "FULL_REFUND" },
      },
      fact: { kind: "orderRefunded", order },
      caller,
      onRefusal: "rebuild",
    });
    run.close("REFUNDED");
  } catch (error) {
    throw stillFrozen(run, error);
  }
}

async function request(run: OrderRun, { caller, reason }: OrderCommand): Promise<void> {
  const fact = {
    kind: "refundRequested",
    order: run.terms(),
    requestedBy: caller.keyId,
    reason: reason ?? "",
    requestedAt: new Date().toISOString(),
  } as const;
  await run.record(fact, caller);
  run.moveTo({ status: "REFUND_REQUESTED" });
}

/** Nothing was frozen and nothing is in flight: the order goes on as before. */
async function giveUp(run: OrderRun, { caller }: OrderCommand, error: unknown): Promise<never> {
  if (!(error instanceof StepRefused)) throw error;
  await run.record({ kind: "refundAbandoned", order: run.terms() }, caller);
  run.moveTo({ status: "IN_PROGRESS" });
  throw providerError(error);
}

/** The freeze has had its effect, so this is no failure that may be repeated blindly: the order says where it stands. */
function stillFrozen({ orderId, status }: OrderRun, error: unknown): Error {
  if (!(error instanceof StepRefused)) throw error;
  const details = { currentState: status, allowedStates: ["IN_PROGRESS"], orderId, reason: error.problem };
  return refusal("INVALID_STATE", details, `frozen, not paid yet: ${error.message}`);
}
