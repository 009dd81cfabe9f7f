import { check, emit, escrowBalance, loadEscrow, saveEscrow } from "../call.ts";
import { LIMITS, MAXIMUM_PLATFORM_FEE_BPS } from "../generation.ts";
import { anyFlag } from "../terms.ts";
import { address, asAddress, nothing, sameValue, string, vec } from "../values.ts";
import type { EscrowCall, EscrowMethod } from "./call.ts";
import { decodeEscrow, encodeEscrow } from "./codec.ts";
import { anyApproved, type Escrow } from "./escrow.ts";

interface Update {
  readonly platform: string;
  readonly stored: Escrow;
  readonly wanted: Escrow;
}

/** The platform overwrites everything, roles and token included; the checks differ much between the generations. */
export const updateEscrow: EscrowMethod = (call) => {
  const platform = asAddress(call.args[0]);
  const wanted = decodeEscrow(call.args[1], call.generation);
  if (call.generation === "G0") call.host.requireAuth(platform);
  const update = { platform, stored: loadEscrow(call), wanted };
  if (call.generation === "G0") checkInG0(call, update);
  else checkInG1(call, update);
  if (call.generation === "G1") call.host.requireAuth(platform);
  saveEscrow(call, wanted);
  const [caller, engagementId] = [address(platform), string(wanted.engagementId)];
  const properties = encodeEscrow(wanted, call.generation);
  emit(call, "tw_update", vec(call.generation === "G0" ? [engagementId, caller] : [caller, engagementId, properties]));
  return nothing();
};

// The fee's cap is not checked again here: at 9980 basis points every pay-out fails.
function checkInG0(call: EscrowCall, { platform, stored, wanted }: Update): void {
  check(call, !stored.flags.disputed, "EscrowOpenedForDisputeResolution");
  check(call, wanted.roles.platformAddress === stored.roles.platformAddress, "PlatformAddressCannotBeChanged");
  check(call, !anyApproved(stored), "MilestoneApprovedCantChangeEscrowProperties");
  check(call, !anyFlag(wanted.flags) && !anyApproved(wanted), "FlagsMustBeFalse");
  check(call, platform === stored.roles.platformAddress, "OnlyPlatformAddressExecuteThisFunction");
  check(call, escrowBalance(call, stored) === 0n, "EscrowHasFunds");
  check(call, wanted.amountStroops !== 0n, "AmountCannotBeZero");
  check(call, wanted.milestones.length <= LIMITS.G0.milestones, "TooManyMilestones");
  check(call, wanted.milestones.length > 0, "NoMilestoneDefined");
}

function checkInG1(call: EscrowCall, { platform, stored, wanted }: Update): void {
  check(call, wanted.platformFeeBps <= MAXIMUM_PLATFORM_FEE_BPS, "PlatformFeeTooHigh");
  check(call, wanted.amountStroops > 0n, "AmountCannotBeZero");
  check(call, wanted.milestones.length > 0, "NoMilestoneDefined");
  check(call, wanted.milestones.length <= LIMITS.G1.milestones, "TooManyMilestones");
  check(call, platform === stored.roles.platformAddress, "OnlyPlatformAddressExecuteThisFunction");
  check(call, wanted.roles.platformAddress === stored.roles.platformAddress, "PlatformAddressCannotBeChanged");
  check(call, !stored.flags.disputed, "EscrowOpenedForDisputeResolution");
  check(call, !anyFlag(wanted.flags), "FlagsMustBeFalse");
  if (escrowBalance(call, stored) > 0n) {
    check(call, onlyAppendsMilestones(stored, wanted), "EscrowPropertiesMismatch");
  } else {
    check(call, !anyApproved(stored), "MilestoneApprovedCantChangeEscrowProperties");
    check(call, !anyApproved(wanted), "FlagsMustBeFalse");
  }
}

/** With money inside, the only legal change is a new milestone, not approved. */
function onlyAppendsMilestones(stored: Escrow, wanted: Escrow): boolean {
  const kept = { ...wanted, flags: stored.flags, milestones: wanted.milestones.slice(0, stored.milestones.length) };
  const added = wanted.milestones.slice(stored.milestones.length);
  return (
    sameValue(encodeEscrow(kept, "G1"), encodeEscrow(stored, "G1")) && added.every((milestone) => !milestone.approved)
  );
}
