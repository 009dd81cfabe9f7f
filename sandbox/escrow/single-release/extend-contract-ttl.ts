import { address, asAddress, asU32, nothing, u32, vec } from "../values.ts";
import { authoriseAfterChecks, authoriseFirst, check, type EscrowMethod, emit, loadEscrow } from "./call.ts";

/** The little ledger archives nothing, so this only has the checks and the event. */
export const extendContractTtl: EscrowMethod = (call) => {
  const platform = asAddress(call.args[0]);
  const ledgers = u32(asU32(call.args[1]));
  authoriseFirst(call, platform);
  const escrow = loadEscrow(call);
  check(call, platform === escrow.roles.platformAddress, "OnlyPlatformAddressExecuteThisFunction");
  authoriseAfterChecks(call, platform);
  const caller = address(platform);
  emit(call, "tw_ttl_extend", vec(call.generation === "G0" ? [ledgers, caller] : [caller, ledgers]));
  return nothing();
};
