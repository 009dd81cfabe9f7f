import type { RefillWalletsInput } from "./contracts/refill.ts";
import { chainStep } from "./steps/chain-step.ts";
import { openPayment } from "./steps/payment-run.ts";
import { StepRefused } from "./steps/step-failure.ts";
import { toTheEnd } from "./steps/to-the-end.ts";

/** Sends XLM to wallets that can't pay the network's fees any more, or soon can't: one transaction of the sponsor's. */
export async function refillWallets({ refill }: RefillWalletsInput): Promise<void> {
  const run = openPayment(
    `refill ${refill.refillId}: ${refill.xlm} XLM for ${refill.addresses.length} wallets`,
    "REFILL_OPEN",
  );
  const caller = { keyId: "system", correlationId: refill.refillId };
  await toTheEnd(async () => {
    try {
      const fact = { kind: "refillDone", refill } as const;
      await chainStep(run, {
        name: "refill",
        intent: { kind: "refillWallets", refill },
        fact,
        caller,
        onRefusal: "throw",
      });
      run.moveTo("REFILL_DONE", true);
    } catch (error) {
      if (!(error instanceof StepRefused)) throw error;
      await run.record({ kind: "refillGivenUp", refill, reason: error.message }, caller);
      run.moveTo("REFILL_GIVEN_UP", true);
    }
  });
}
