import type { xdr } from "@stellar/stellar-sdk";
import { authoriseAfterChecks, authoriseFirst, type Call, check, emit, loadEscrow } from "./call.ts";
import type { Offices } from "./terms.ts";
import { address, asAddress, asU32, nothing, u32, vec } from "./values.ts";

type ExtendErrors = "EscrowNotFound" | "OnlyPlatformAddressExecuteThisFunction";

/** The little ledger archives nothing, so this only has the checks and the event. */
export function extendContractTtl<Stored extends { readonly roles: Offices }>(
  call: Call<ExtendErrors, Stored>,
): xdr.ScVal {
  const platform = asAddress(call.args[0]);
  const ledgers = u32(asU32(call.args[1]));
  authoriseFirst(call, platform);
  const escrow = loadEscrow(call);
  check(call, platform === escrow.roles.platformAddress, "OnlyPlatformAddressExecuteThisFunction");
  authoriseAfterChecks(call, platform);
  const caller = address(platform);
  emit(call, "tw_ttl_extend", vec(call.generation === "G0" ? [ledgers, caller] : [caller, ledgers]));
  return nothing();
}
