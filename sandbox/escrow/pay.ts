import type { ContractHost } from "./host.ts";
import type { Terms } from "./terms.ts";

export interface PaymentLeg {
  readonly to: string;
  readonly amountStroops: bigint;
}

/** Transfers out of the escrow, in this order: the first one that the token refuses reverts them all. */
export function pay(
  { host }: { readonly host: ContractHost },
  escrow: Terms,
  legs: readonly PaymentLeg[],
  zeroLegs: "with zero legs" | "without zero legs",
): void {
  for (const { to, amountStroops } of legs) {
    if (amountStroops === 0n && zeroLegs === "without zero legs") continue;
    host.tokenTransfer(escrow.tokenContractId, host.contractId, to, amountStroops);
  }
}
