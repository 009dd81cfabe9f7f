import { reconciling } from "./activity-options.ts";
import { startRefill } from "./steps/start-refill.ts";

/** Finds the wallets that will soon be short of XLM, before a step of a payment does. */
export async function sweepWallets(): Promise<void> {
  const refill = await reconciling.stellarOpenRefill({ isSweep: true });
  if (refill) await startRefill(refill);
}
