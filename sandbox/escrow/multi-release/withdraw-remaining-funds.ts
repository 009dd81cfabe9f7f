import { authoriseAfterChecks, authoriseFirst, check, emit, escrowBalance, loadEscrow } from "../call.ts";
import { checkedDistribution, payDistribution } from "../distribution.ts";
import { anyFlag } from "../terms.ts";
import { asAddress, asAddressMap, nothing, vec } from "../values.ts";
import type { MultiReleaseMethod } from "./call.ts";
import { encodeMultiRelease } from "./codec.ts";

/** Changes no flag, so it can be repeated. While a milestone is disputed it can drain what the dispute is about. */
export const withdrawRemainingFunds: MultiReleaseMethod = (call) => {
  const disputeResolver = asAddress(call.args[0]);
  const trustlessWork = asAddress(call.args[1]);
  authoriseFirst(call, disputeResolver);
  const escrow = loadEscrow(call);
  const distribution = checkedDistribution(call, escrow, asAddressMap(call.args[2]));
  check(call, disputeResolver === escrow.roles.disputeResolver, "OnlyDisputeResolverCanExecuteThisFunction");
  check(
    call,
    escrow.milestones.every(({ flags }) => anyFlag(flags)),
    "EscrowNotFullyProcessed",
  );
  check(call, distribution.totalStroops > 0n, "TotalAmountCannotBeZero");
  check(call, escrowBalance(call, escrow) >= distribution.totalStroops, "InsufficientFundsForResolution");
  authoriseAfterChecks(call, disputeResolver);
  payDistribution(call, escrow, trustlessWork, distribution);
  emit(call, "tw_withdraw", vec([encodeMultiRelease(escrow, call.generation)]));
  return nothing();
};
