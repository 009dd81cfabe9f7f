import type { xdr } from "@stellar/stellar-sdk";
import { authoriseAfterChecks, authoriseFirst, type Call, check, emit, loadEscrow, saveEscrow } from "./call.ts";
import { milestoneIndex } from "./milestone-index.ts";
import { type Offices, type Progress, withMilestone } from "./terms.ts";
import { asAddress, asOptionalString, asString, nothing, vec } from "./values.ts";

type StatusErrors =
  | "EmptyMilestoneStatus"
  | "EscrowNotFound"
  | "InvalidMileStoneIndex"
  | "MilestoneToUpdateDoesNotExist"
  | "OnlyServiceProviderChangeMilstoneStatus";

interface WorkedOn {
  readonly roles: Offices;
  readonly milestones: readonly Progress[];
}

/** Works in every state: also after an approval, a dispute or a pay-out. */
export function changeMilestoneStatus<Stored extends WorkedOn>(call: Call<StatusErrors, Stored>): xdr.ScVal {
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
  emit(call, "tw_ms_change", vec([call.type.encode(changed, call.generation)]));
  return nothing();
}

interface StatusChange {
  readonly index: number;
  readonly status: string;
  readonly serviceProvider: string;
}

function checkChange(call: Call<StatusErrors, unknown>, { roles, milestones }: WorkedOn, change: StatusChange): void {
  const newest = call.generation === "G1";
  if (newest) check(call, change.status !== "", "EmptyMilestoneStatus");
  check(call, change.serviceProvider === roles.serviceProvider, "OnlyServiceProviderChangeMilstoneStatus");
  const milestone = milestones[change.index];
  check(call, milestone !== undefined, newest ? "MilestoneToUpdateDoesNotExist" : "InvalidMileStoneIndex");
  if (newest) check(call, milestone.status !== "", "EmptyMilestoneStatus");
}
