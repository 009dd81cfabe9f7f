import { authoriseAfterChecks, authoriseFirst, check, emit, escrowBalance, loadEscrow, saveEscrow } from "../call.ts";
import { LIMITS } from "../generation.ts";
import { address, asAddress, nothing, sameValue, string, vec } from "../values.ts";
import type { MultiReleaseCall, MultiReleaseMethod } from "./call.ts";
import { decodeMultiRelease, encodeMultiRelease } from "./codec.ts";
import { anyMilestoneFlag, type MilestoneFlags, type MultiReleaseEscrow } from "./escrow.ts";
import { checkProperties } from "./initialize-escrow.ts";

interface Update {
  readonly platform: string;
  readonly stored: MultiReleaseEscrow;
  readonly wanted: MultiReleaseEscrow;
}

/** The platform overwrites everything, roles and token included; the checks differ much between the generations. */
export const updateEscrow: MultiReleaseMethod = (call) => {
  const platform = asAddress(call.args[0]);
  const wanted = decodeMultiRelease(call.args[1], call.generation);
  authoriseFirst(call, platform);
  const update = { platform, stored: loadEscrow(call), wanted };
  if (call.generation === "G0") checkInG0(call, update);
  else checkInG1(call, update);
  authoriseAfterChecks(call, platform);
  saveEscrow(call, wanted);
  const [caller, engagementId] = [address(platform), string(wanted.engagementId)];
  const properties = encodeMultiRelease(wanted, call.generation);
  emit(call, "tw_update", vec(call.generation === "G0" ? [engagementId, caller] : [caller, engagementId, properties]));
  return nothing();
};

// Neither the fee's cap nor the new milestones' flags are checked: one can be stored that is approved or released already.
function checkInG0(call: MultiReleaseCall, { platform, stored, wanted }: Update): void {
  check(call, wanted.roles.platformAddress === stored.roles.platformAddress, "PlatformAddressCannotBeChanged");
  check(call, !stored.milestones.some(anyMilestoneFlag), "FlagsMustBeFalse");
  check(call, platform === stored.roles.platformAddress, "OnlyPlatformAddressExecuteThisFunction");
  check(call, escrowBalance(call, stored) === 0n, "EscrowHasFunds");
  check(
    call,
    wanted.milestones.every(({ amountStroops }) => amountStroops !== 0n),
    "AmountCannotBeZero",
  );
  check(call, wanted.milestones.length <= LIMITS.G0.milestones, "TooManyMilestones");
  check(call, wanted.milestones.length > 0, "NoMileStoneDefined");
}

function checkInG1(call: MultiReleaseCall, { platform, stored, wanted }: Update): void {
  checkProperties(call, wanted);
  check(call, platform === stored.roles.platformAddress, "OnlyPlatformAddressExecuteThisFunction");
  check(call, wanted.roles.platformAddress === stored.roles.platformAddress, "PlatformAddressCannotBeChanged");
  check(call, !stored.milestones.some(({ flags }) => flags.disputed), "MilestoneOpenedForDisputeResolution");
  check(call, keepsFlags(stored, wanted), "EscrowPropertiesMismatch");
  check(call, !added(stored, wanted).some(anyMilestoneFlag), "FlagsMustBeFalse");
  const funded = escrowBalance(call, stored) > 0n;
  check(call, !funded || onlyAppendsMilestones(stored, wanted), "EscrowPropertiesMismatch");
}

const added = (stored: MultiReleaseEscrow, wanted: MultiReleaseEscrow) =>
  wanted.milestones.slice(stored.milestones.length);

const keepsFlags = (stored: MultiReleaseEscrow, wanted: MultiReleaseEscrow): boolean =>
  stored.milestones.every(({ flags }, index) => {
    const kept = wanted.milestones[index];
    return kept === undefined || sameFlags(kept.flags, flags);
  });

const sameFlags = (a: MilestoneFlags, b: MilestoneFlags): boolean =>
  a.approved === b.approved && a.disputed === b.disputed && a.released === b.released && a.resolved === b.resolved;

/** With money inside, the only legal change is a new milestone. */
function onlyAppendsMilestones(stored: MultiReleaseEscrow, wanted: MultiReleaseEscrow): boolean {
  const kept = { ...wanted, milestones: wanted.milestones.slice(0, stored.milestones.length) };
  return sameValue(encodeMultiRelease(kept, "G1"), encodeMultiRelease(stored, "G1"));
}
