import type { EscrowCall } from "./call.ts";
import type { Escrow } from "./escrow.ts";

export interface PaymentLeg {
  readonly to: string;
  readonly amountStroops: bigint;
}

/** Transfers out of the escrow, in this order: the first one that the token refuses reverts them all. */
export function pay(
  { host }: EscrowCall,
  escrow: Escrow,
  legs: readonly PaymentLeg[],
  zeroLegs: "with zero legs" | "without zero legs",
): void {
  for (const { to, amountStroops } of legs) {
    if (amountStroops === 0n && zeroLegs === "without zero legs") continue;
    host.tokenTransfer(escrow.tokenContractId, host.contractId, to, amountStroops);
  }
}
