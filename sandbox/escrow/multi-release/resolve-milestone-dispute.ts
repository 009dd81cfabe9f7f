import { authoriseAfterChecks, authoriseFirst, check, emit, escrowBalance, loadEscrow, saveEscrow } from "../call.ts";
import { checkedDistribution, payDistribution } from "../distribution.ts";
import { withMilestone } from "../terms.ts";
import { asAddress, asAddressMap, asU32, nothing, vec } from "../values.ts";
import type { MultiReleaseCall, MultiReleaseMethod } from "./call.ts";
import { encodeMultiRelease } from "./codec.ts";
import type { MultiReleaseEscrow, MultiReleaseMilestone } from "./escrow.ts";

/** Divides at most the milestone's amount among any addresses; what is not divided stays in the contract. */
export const resolveMilestoneDispute: MultiReleaseMethod = (call) => {
  const disputeResolver = asAddress(call.args[0]);
  const index = asU32(call.args[1]);
  const trustlessWork = asAddress(call.args[2]);
  authoriseFirst(call, disputeResolver);
  const escrow = loadEscrow(call);
  const milestone = escrow.milestones[index];
  check(call, milestone !== undefined, "InvalidMileStoneIndex");
  const distribution = checkedDistribution(call, escrow, asAddressMap(call.args[3]));
  checkResolvable(call, escrow, milestone, { disputeResolver, totalStroops: distribution.totalStroops });
  authoriseAfterChecks(call, disputeResolver);
  payDistribution(call, escrow, trustlessWork, distribution);
  const flags = { ...milestone.flags, resolved: true, disputed: false };
  const resolved = withMilestone(escrow, index, { status: "resolved", flags });
  saveEscrow(call, resolved);
  emit(call, "tw_disp_resolve", vec([encodeMultiRelease(resolved, call.generation)]));
  return nothing();
};

interface Resolution {
  readonly disputeResolver: string;
  readonly totalStroops: bigint;
}

function checkResolvable(
  call: MultiReleaseCall,
  escrow: MultiReleaseEscrow,
  { amountStroops, flags }: MultiReleaseMilestone,
  { disputeResolver, totalStroops }: Resolution,
): void {
  check(call, disputeResolver === escrow.roles.disputeResolver, "OnlyDisputeResolverCanExecuteThisFunction");
  check(call, !flags.released, "MilestoneAlreadyReleased");
  check(call, !flags.resolved, "MilestoneAlreadyResolved");
  check(call, flags.disputed, "MilestoneNotInDispute");
  check(call, totalStroops <= amountStroops, "TotalDisputeFundsMustNotExceedTheMilestoneAmount");
  check(call, escrowBalance(call, escrow) >= totalStroops, "InsufficientFundsForResolution");
  check(call, totalStroops > 0n, "TotalAmountCannotBeZero");
}
