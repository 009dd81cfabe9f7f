import { asAddress, asOptionalString, asString, nothing, vec } from "../values.ts";
import {
  authoriseAfterChecks,
  authoriseFirst,
  check,
  type EscrowCall,
  type EscrowMethod,
  emit,
  loadEscrow,
  saveEscrow,
} from "./call.ts";
import { encodeEscrow } from "./codec.ts";
import { type Escrow, withMilestone } from "./escrow.ts";
import { milestoneIndex } from "./milestone-index.ts";

/** Works in every state: also after an approval, a dispute or a pay-out. */
export const changeMilestoneStatus: EscrowMethod = (call) => {
  const index = milestoneIndex(call);
  const status = asString(call.args[1]);
  const evidence = asOptionalString(call.args[2]);
  const serviceProvider = asAddress(call.args[3]);
  authoriseFirst(call, serviceProvider);
  const escrow = loadEscrow(call);
  checkChange(call, escrow, { index, status, serviceProvider });
  authoriseAfterChecks(call, serviceProvider);
  const changed = withMilestone(escrow, index, evidence === null ? { status } : { status, evidence });
  saveEscrow(call, changed);
  emit(call, "tw_ms_change", vec([encodeEscrow(changed, call.generation)]));
  return nothing();
};

interface StatusChange {
  readonly index: number;
  readonly status: string;
  readonly serviceProvider: string;
}

function checkChange(call: EscrowCall, escrow: Escrow, change: StatusChange): void {
  const newest = call.generation === "G1";
  if (newest) check(call, change.status !== "", "EmptyMilestoneStatus");
  check(call, change.serviceProvider === escrow.roles.serviceProvider, "OnlyServiceProviderChangeMilstoneStatus");
  check(call, escrow.milestones.length > 0, "NoMilestoneDefined");
  const milestone = escrow.milestones[change.index];
  check(call, milestone !== undefined, newest ? "MilestoneToUpdateDoesNotExist" : "InvalidMileStoneIndex");
  if (newest) check(call, milestone.status !== "", "EmptyMilestoneStatus");
}
