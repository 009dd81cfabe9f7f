import { asAddress, nothing, vec } from "../values.ts";
import {
  authoriseAfterChecks,
  authoriseFirst,
  check,
  type EscrowMethod,
  emit,
  escrowBalance,
  loadEscrow,
  saveEscrow,
} from "./call.ts";
import { encodeEscrow } from "./codec.ts";
import { checkedDistribution, payDistribution } from "./distribution.ts";

/** Divides the whole balance among any addresses; fees are taken here too, also from a full refund. */
export const resolveDispute: EscrowMethod = (call) => {
  const disputeResolver = asAddress(call.args[0]);
  const trustlessWork = asAddress(call.args[1]);
  authoriseFirst(call, disputeResolver);
  const escrow = loadEscrow(call);
  const distribution = checkedDistribution(call, escrow);
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
