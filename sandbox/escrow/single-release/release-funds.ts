import { authoriseAfterChecks, authoriseFirst, check, emit, escrowBalance, loadEscrow, saveEscrow } from "../call.ts";
import { payRelease } from "../pay-release.ts";
import { address, asAddress, nothing } from "../values.ts";
import type { EscrowCall, EscrowMethod } from "./call.ts";
import type { Escrow } from "./escrow.ts";

/** Pays the amount, never the balance: what was funded beyond it stays in the contract. */
export const releaseFunds: EscrowMethod = (call) => {
  const releaseSigner = asAddress(call.args[0]);
  const trustlessWork = asAddress(call.args[1]);
  authoriseFirst(call, releaseSigner);
  const escrow = loadEscrow(call);
  checkReleasable(call, escrow, releaseSigner);
  authoriseAfterChecks(call, releaseSigner);
  saveEscrow(call, { ...escrow, flags: { ...escrow.flags, released: true } });
  check(call, escrowBalance(call, escrow) >= escrow.amountStroops, "EscrowBalanceNotEnoughToSendEarnings");
  payRelease(call, escrow, { trustlessWork, receiver: escrow.roles.receiver, amountStroops: escrow.amountStroops });
  emit(call, "tw_release", address(releaseSigner));
  return nothing();
};

function checkReleasable(call: EscrowCall, escrow: Escrow, releaseSigner: string): void {
  check(call, !escrow.flags.released, "EscrowAlreadyReleased");
  check(call, !escrow.flags.resolved, "EscrowAlreadyResolved");
  check(call, releaseSigner === escrow.roles.releaseSigner, "OnlyReleaseSignerCanReleaseEarnings");
  check(call, escrow.milestones.length > 0, "NoMilestoneDefined");
  check(
    call,
    escrow.milestones.every((milestone) => milestone.approved),
    "EscrowNotCompleted",
  );
  check(call, !escrow.flags.disputed, "EscrowOpenedForDisputeResolution");
}
