import { check, emit, escrowBalance, isStored, saveEscrow } from "../call.ts";
import { LIMITS, MAXIMUM_PLATFORM_FEE_BPS } from "../generation.ts";
import { nothing, vec } from "../values.ts";
import type { MultiReleaseCall, MultiReleaseMethod } from "./call.ts";
import { decodeMultiRelease, encodeMultiRelease } from "./codec.ts";
import { anyMilestoneFlag, type MultiReleaseEscrow } from "./escrow.ts";

/** Nobody's signature is asked for: the factory calls it right after it created the contract. */
export const initializeEscrow: MultiReleaseMethod = (call) => {
  const escrow = decodeMultiRelease(call.args[0], call.generation);
  check(call, !isStored(call), "EscrowAlreadyInitialized");
  if (call.generation === "G0") checkInG0(call, escrow);
  else checkInG1(call, escrow);
  saveEscrow(call, escrow);
  emit(call, "tw_init", vec([encodeMultiRelease(escrow, call.generation)]));
  return nothing();
};

// A negative amount passes; its release fails later in the token.
function checkInG0(call: MultiReleaseCall, { milestones, platformFeeBps }: MultiReleaseEscrow): void {
  for (const milestone of milestones) {
    check(call, !anyMilestoneFlag(milestone), "FlagsMustBeFalse");
    check(call, milestone.amountStroops !== 0n, "AmountCannotBeZero");
  }
  check(call, milestones.length > 0, "NoMileStoneDefined");
  check(call, platformFeeBps <= MAXIMUM_PLATFORM_FEE_BPS, "PlatformFeeTooHigh");
  check(call, milestones.length <= LIMITS.G0.milestones, "TooManyMilestones");
}

function checkInG1(call: MultiReleaseCall, escrow: MultiReleaseEscrow): void {
  check(call, escrowBalance(call, escrow) === 0n, "EscrowBalanceMustBeZeroOnInitialization");
  checkProperties(call, escrow);
  check(call, !escrow.milestones.some(anyMilestoneFlag), "FlagsMustBeFalse");
}

/** What G1 asks of an escrow's properties, whether they are new or changed. */
export function checkProperties(call: MultiReleaseCall, { milestones, platformFeeBps }: MultiReleaseEscrow): void {
  check(call, platformFeeBps <= MAXIMUM_PLATFORM_FEE_BPS, "PlatformFeeTooHigh");
  check(call, milestones.length > 0, "NoMileStoneDefined");
  check(call, milestones.length <= LIMITS.G1.milestones, "TooManyMilestones");
  check(
    call,
    milestones.every(({ amountStroops }) => amountStroops > 0n),
    "AmountCannotBeZero",
  );
}
