import { check, emit, isStored, saveEscrow } from "../call.ts";
import { LIMITS, MAXIMUM_PLATFORM_FEE_BPS } from "../generation.ts";
import { anyFlag } from "../terms.ts";
import { nothing, vec } from "../values.ts";
import type { EscrowMethod } from "./call.ts";
import { decodeEscrow, encodeEscrow } from "./codec.ts";
import { anyApproved } from "./escrow.ts";

/** Nobody's signature is asked for: the factory calls it right after it created the contract. */
export const initializeEscrow: EscrowMethod = (call) => {
  const escrow = decodeEscrow(call.args[0], call.generation);
  check(call, !isStored(call), "EscrowAlreadyInitialized");
  check(call, !anyFlag(escrow.flags) && !anyApproved(escrow), "FlagsMustBeFalse");
  check(call, escrow.milestones.length > 0, "NoMilestoneDefined");
  check(call, escrow.platformFeeBps <= MAXIMUM_PLATFORM_FEE_BPS, "PlatformFeeTooHigh");
  // A negative amount passes in G0; its release fails later in the token.
  check(call, call.generation === "G0" ? escrow.amountStroops !== 0n : escrow.amountStroops > 0n, "AmountCannotBeZero");
  check(call, escrow.milestones.length <= LIMITS[call.generation].milestones, "TooManyMilestones");
  saveEscrow(call, escrow);
  emit(call, "tw_init", vec([encodeEscrow(escrow, call.generation)]));
  return nothing();
};
