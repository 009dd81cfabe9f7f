import { check, escrowBalance, loadEscrow } from "../call.ts";
import { checkedDistribution, payDistribution } from "../distribution.ts";
import { anyFlag } from "../terms.ts";
import { asAddress, asAddressMap, nothing } from "../values.ts";
import type { EscrowMethod } from "./call.ts";

/** Only in G1. Emits no event: only the token's transfers show it. While disputed it can drain what the dispute is about. */
export const withdrawRemainingFunds: EscrowMethod = (call) => {
  const disputeResolver = asAddress(call.args[0]);
  const trustlessWork = asAddress(call.args[1]);
  const escrow = loadEscrow(call);
  const distribution = checkedDistribution(call, escrow, asAddressMap(call.args[2]));
  check(call, disputeResolver === escrow.roles.disputeResolver, "OnlyDisputeResolverCanExecuteThisFunction");
  check(call, anyFlag(escrow.flags), "EscrowNotFullyProcessed");
  check(call, distribution.totalStroops > 0n, "TotalAmountCannotBeZero");
  check(call, escrowBalance(call, escrow) >= distribution.totalStroops, "InsufficientFundsForResolution");
  call.host.requireAuth(disputeResolver);
  payDistribution(call, escrow, trustlessWork, distribution);
  return nothing();
};
