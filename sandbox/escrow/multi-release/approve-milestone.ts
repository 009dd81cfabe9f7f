import { authoriseAfterChecks, authoriseFirst, check, emit, loadEscrow, saveEscrow } from "../call.ts";
import { milestoneIndex } from "../milestone-index.ts";
import { withMilestone } from "../terms.ts";
import { asAddress, nothing, vec } from "../values.ts";
import type { MultiReleaseMethod } from "./call.ts";
import { encodeMultiRelease } from "./codec.ts";

/** Works while disputed and after a pay-out too. */
export const approveMilestone: MultiReleaseMethod = (call) => {
  const index = milestoneIndex(call);
  const approver = asAddress(call.args[1]);
  authoriseFirst(call, approver);
  const escrow = loadEscrow(call);
  const milestone = escrow.milestones[index];
  check(call, milestone !== undefined, "InvalidMileStoneIndex");
  check(call, approver === escrow.roles.approver, "OnlyApproverChangeMilstoneFlag");
  check(call, !milestone.flags.approved, "MilestoneHasAlreadyBeenApproved");
  check(call, milestone.status !== "", "EmptyMilestoneStatus");
  authoriseAfterChecks(call, approver);
  const approved = withMilestone(escrow, index, { flags: { ...milestone.flags, approved: true } });
  saveEscrow(call, approved);
  emit(call, "tw_ms_approve", vec([encodeMultiRelease(approved, call.generation)]));
  return nothing();
};
