import { asAddress, nothing } from "../values.ts";
import { check, type EscrowMethod, escrowBalance, loadEscrow } from "./call.ts";
import { checkedDistribution, payDistribution } from "./distribution.ts";
import { anyFlag } from "./escrow.ts";

/** Only in G1. Emits no event: only the token's transfers show it. While disputed it can drain what the dispute is about. */
export const withdrawRemainingFunds: EscrowMethod = (call) => {
  const disputeResolver = asAddress(call.args[0]);
  const trustlessWork = asAddress(call.args[1]);
  const escrow = loadEscrow(call);
  const distribution = checkedDistribution(call, escrow);
  check(call, disputeResolver === escrow.roles.disputeResolver, "OnlyDisputeResolverCanExecuteThisFunction");
  check(call, anyFlag(escrow.flags), "EscrowNotFullyProcessed");
  check(call, distribution.totalStroops > 0n, "TotalAmountCannotBeZero");
  check(call, escrowBalance(call, escrow) >= distribution.totalStroops, "InsufficientFundsForResolution");
  call.host.requireAuth(disputeResolver);
  payDistribution(call, escrow, trustlessWork, distribution);
  return nothing();
};
