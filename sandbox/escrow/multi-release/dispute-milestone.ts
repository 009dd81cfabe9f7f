import { authoriseAfterChecks, authoriseFirst, check, emit, loadEscrow, saveEscrow } from "../call.ts";
import { withMilestone } from "../terms.ts";
import { asAddress, asI128, asU32, nothing, vec } from "../values.ts";
import type { MultiReleaseCall, MultiReleaseMethod } from "./call.ts";
import { encodeMultiRelease } from "./codec.ts";
import { hasRole } from "./escrow.ts";

/** Stops the release of one milestone; the others go on. Not allowed once it was paid. */
export const disputeMilestone: MultiReleaseMethod = (call) => {
  const index = wholeIndex(call);
  const signer = asAddress(call.args[1]);
  authoriseFirst(call, signer);
  const escrow = loadEscrow(call);
  const milestone = escrow.milestones[index];
  check(call, milestone !== undefined, "InvalidMileStoneIndex");
  check(call, !milestone.flags.released, "MilestoneAlreadyReleased");
  check(call, !milestone.flags.resolved, "MilestoneAlreadyResolved");
  check(call, !milestone.flags.disputed, "MilestoneAlreadyInDispute");
  check(call, hasRole(escrow, milestone, signer), "UnauthorizedToChangeDisputeFlag");
  check(call, signer !== escrow.roles.disputeResolver, "DisputeResolverCannotDisputeTheMilestone");
  authoriseAfterChecks(call, signer);
  const disputed = withMilestone(escrow, index, { flags: { ...milestone.flags, disputed: true } });
  saveEscrow(call, disputed);
  emit(call, "tw_dispute", vec([encodeMultiRelease(disputed, call.generation)]));
  return nothing();
};

/** Unlike elsewhere in G0, an index too large for 32 bits is not cut down to one that exists. */
const wholeIndex = ({ generation, args }: MultiReleaseCall): number =>
  generation === "G0" ? Number(asI128(args[0])) : asU32(args[0]);
