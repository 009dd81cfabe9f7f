import { authoriseAfterChecks, authoriseFirst, check, emit, escrowBalance, loadEscrow, saveEscrow } from "../call.ts";
import { checkedDistribution, payDistribution } from "../distribution.ts";
import { asAddress, asAddressMap, nothing, vec } from "../values.ts";
import type { EscrowMethod } from "./call.ts";
import { encodeEscrow } from "./codec.ts";

/** Divides the whole balance among any addresses; fees are taken here too, also from a full refund. */
export const resolveDispute: EscrowMethod = (call) => {
  const disputeResolver = asAddress(call.args[0]);
  const trustlessWork = asAddress(call.args[1]);
  authoriseFirst(call, disputeResolver);
  const escrow = loadEscrow(call);
  const distribution = checkedDistribution(call, escrow, asAddressMap(call.args[2]));
  check(call, disputeResolver === escrow.roles.disputeResolver, "OnlyDisputeResolverCanExecuteThisFunction");
  check(call, escrow.flags.disputed, "EscrowNotInDispute");
  const balanceStroops = escrowBalance(call, escrow);
  check(call, balanceStroops >= distribution.totalStroops, "InsufficientFundsForResolution");
  check(call, balanceStroops === distribution.totalStroops, "DistributionsMustEqualEscrowBalance");
  check(call, distribution.totalStroops > 0n, "TotalAmountCannotBeZero");
  authoriseAfterChecks(call, disputeResolver);
  payDistribution(call, escrow, trustlessWork, distribution);
  const resolved = { ...escrow, flags: { ...escrow.flags, resolved: true, disputed: false } };
  saveEscrow(call, resolved);
  emit(call, "tw_disp_resolve", vec([encodeEscrow(resolved, call.generation)]));
  return nothing();
};
