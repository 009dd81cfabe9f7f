import { authoriseAfterChecks, authoriseFirst, check, emit, escrowBalance, loadEscrow, saveEscrow } from "../call.ts";
import { payRelease } from "../pay-release.ts";
import { withMilestone } from "../terms.ts";
import { address, asAddress, asU32, nothing } from "../values.ts";
import type { MultiReleaseCall, MultiReleaseMethod } from "./call.ts";
import type { MultiReleaseEscrow, MultiReleaseMilestone } from "./escrow.ts";

/** Pays one milestone out of the shared pot: with too little inside, whichever is asked for first. */
export const releaseMilestoneFunds: MultiReleaseMethod = (call) => {
  const releaseSigner = asAddress(call.args[0]);
  const trustlessWork = asAddress(call.args[1]);
  const index = asU32(call.args[2]);
  authoriseFirst(call, releaseSigner);
  const escrow = loadEscrow(call);
  const milestone = releasable(call, escrow, index, releaseSigner);
  authoriseAfterChecks(call, releaseSigner);
  const { amountStroops, receiver, flags } = milestone;
  saveEscrow(call, withMilestone(escrow, index, { flags: { ...flags, released: true } }));
  check(call, escrowBalance(call, escrow) >= amountStroops, "EscrowBalanceNotEnoughToSendEarnings");
  payRelease(call, escrow, { trustlessWork, receiver, amountStroops });
  emit(call, "tw_release", address(releaseSigner));
  return nothing();
};

function releasable(
  call: MultiReleaseCall,
  { milestones, roles }: MultiReleaseEscrow,
  index: number,
  releaseSigner: string,
): MultiReleaseMilestone {
  const milestone = milestones[index];
  check(call, milestone !== undefined, "MilestoneNotFound");
  check(call, !milestone.flags.released, "MilestoneAlreadyReleased");
  check(call, !milestone.flags.resolved, "EscrowAlreadyResolved");
  check(call, releaseSigner === roles.releaseSigner, "OnlyReleaseSignerCanReleaseEarnings");
  check(call, milestone.flags.approved, "MilestoneNotCompleted");
  check(call, !milestone.flags.disputed, "MilestoneOpenedForDisputeResolution");
  return milestone;
}
