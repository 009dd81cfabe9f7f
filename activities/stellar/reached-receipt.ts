import type { ChainReceipt } from "../../domain/chain/intent.ts";
import type { StellarClient } from "./client.ts";

/** For an effect that is there without a transaction of this step: nobody can say which one made it. */
export async function reachedReceipt(stellar: StellarClient): Promise<ChainReceipt> {
  const { sequence, closeTimeSeconds } = await stellar.latestLedger();
  return {
    txHash: "",
    ledger: sequence,
    closedAt: new Date(closeTimeSeconds * 1000).toISOString(),
    contractId: null,
  };
}
