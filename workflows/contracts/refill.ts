import type { RefillTerms } from "../../domain/chain/intent.ts";

export const REFILL_WALLETS_WORKFLOW = "refillWallets";
export const refillWorkflowId = (refillId: string): string => `refill/${refillId}`;

export interface RefillWalletsInput {
  readonly refill: RefillTerms;
}

export const SWEEP_WALLETS_WORKFLOW = "sweepWallets";
/** Of the schedule; its runs have the time behind it. */
export const sweepWorkflowId = (network: string): string => `sweep-wallets/${network}`;
