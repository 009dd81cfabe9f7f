import { authoriseAfterChecks, authoriseFirst, check, emit, loadEscrow, saveEscrow } from "../call.ts";
import { asAddress, nothing, vec } from "../values.ts";
import type { EscrowMethod } from "./call.ts";
import { encodeEscrow } from "./codec.ts";
import { hasRole } from "./escrow.ts";

/** Allowed after a release; after a resolution only in G0. */
export const disputeEscrow: EscrowMethod = (call) => {
  const signer = asAddress(call.args[0]);
  authoriseFirst(call, signer);
  const escrow = loadEscrow(call);
  check(call, !escrow.flags.disputed, "EscrowAlreadyInDispute");
  if (call.generation === "G1") check(call, !escrow.flags.resolved, "EscrowAlreadyResolved");
  check(call, hasRole(escrow, signer), "UnauthorizedToChangeDisputeFlag");
  check(call, signer !== escrow.roles.disputeResolver, "DisputeResolverCannotDisputeTheEscrow");
  authoriseAfterChecks(call, signer);
  const disputed = { ...escrow, flags: { ...escrow.flags, disputed: true } };
  saveEscrow(call, disputed);
  emit(call, "tw_dispute", vec([encodeEscrow(disputed, call.generation)]));
  return nothing();
};
