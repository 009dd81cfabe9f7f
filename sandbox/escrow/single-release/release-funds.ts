import { releaseShares } from "../fees.ts";
import { address, asAddress, nothing } from "../values.ts";
import {
  authoriseAfterChecks,
  authoriseFirst,
  check,
  type EscrowCall,
  type EscrowMethod,
  emit,
  escrowBalance,
  loadEscrow,
  saveEscrow,
} from "./call.ts";
import type { Escrow } from "./escrow.ts";
import { pay } from "./pay.ts";

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
  const shares = releaseShares(escrow.amountStroops, escrow.platformFeeBps);
  const legs = [
    { to: trustlessWork, amountStroops: shares.trustlessWorkStroops },
    { to: escrow.roles.platformAddress, amountStroops: shares.platformStroops },
    { to: escrow.roles.receiver, amountStroops: shares.receiverStroops },
  ];
  // G0 transfers zero amounts too, so even a platform without a fee needs a trustline there.
  pay(call, escrow, legs, call.generation === "G0" ? "with zero legs" : "without zero legs");
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
