import { parseOrderAmount, parseStroops } from "../../domain/money.ts";
import { allowedStates } from "../../domain/order/commands.ts";
import type { EmptyContract } from "../../domain/order/order-facts.ts";
import { confirming, storage } from "../activity-options.ts";
import { refusal, sortFailure } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";
import { readEscrow } from "./read-escrow.ts";

/**
 * What the order's contract holds, when that is nothing of the order's: no funding of ours is or can be in flight, and the
 * chain shows less in it than was agreed. What is there then was sent by a stranger, who must not be able to hold the buyer's
 * money by it. @throws ApplicationFailure INVALID_STATE, STELLAR_NETWORK_ERROR with nothing changed
 */
export async function requireEmptyContract(run: OrderRun): Promise<EmptyContract> {
  await untilFundingIsDead(run);
  const contractId = run.requireContract();
  const { heldAmount, isFrozen, seenAtLedger } = await readEscrow(run);
  if (isFrozen || parseStroops(heldAmount) >= parseOrderAmount(run.terms().amount)) {
    throw notNow(run, { contractId, heldAmount }, `its contract holds ${heldAmount}`);
  }
  return { contractId, heldAmount, seenAtLedger: seenAtLedger ?? null };
}

/** A signature whose answer was lost is known to the database alone; nothing is given back before the chain has ended it. */
async function untilFundingIsDead(run: OrderRun): Promise<void> {
  const attempt = await storage.storageStepInFlight({ stepKey: run.payment.stepKey("fund") });
  if (attempt === null) return;
  const { txId, hash: txHash } = attempt;
  const verdict = await confirming.stellarConfirmTx({ txId }).catch((error: unknown) => {
    const { problem, message } = sortFailure(error);
    throw refusal("STELLAR_NETWORK_ERROR", { reason: problem, txHash }, message);
  });
  if (verdict.kind === "succeeded") throw notNow(run, { txHash }, "its contract was funded after all");
}

function notNow({ orderId, status }: OrderRun, why: Readonly<Record<string, string>>, message: string) {
  return refusal(
    "INVALID_STATE",
    { currentState: status, allowedStates: allowedStates("cancel"), orderId, ...why },
    message,
  );
}
