import type { Airtm } from "./airtm.ts";
import { changePayinStatus } from "./payins/change-payin-status.ts";
import { EXPIRED, type Payin } from "./payins/payin.ts";
import { changePayoutStatus } from "./payouts/change-payout-status.ts";
import type { Payout } from "./payouts/payout.ts";

/** Does everything whose time has come, each at its own time, also when the clock has jumped over it. */
export function letTimePass(airtm: Airtm): void {
  const nowMs = airtm.clock.nowMs();
  for (const payin of airtm.state.payins.due(nowMs)) stepPayin(airtm, payin);
  for (const payout of airtm.state.payouts.due(nowMs)) stepPayout(airtm, payout);
}

function stepPayin(airtm: Airtm, payin: Payin): void {
  if (payin.next === null) return;
  const { atMs: updatedAtMs, status } = payin.next;
  const failureReason = status === "CANCELED" ? EXPIRED : null;
  changePayinStatus(airtm, payin, status, { updatedAtMs, failureReason });
}

function stepPayout(airtm: Airtm, payout: Payout): void {
  if (payout.next === null) return;
  const { atMs: updatedAtMs, status } = payout.next;
  const reasonDescription = status === "CANCELED" ? "The recipient did not sign up in time." : null;
  changePayoutStatus(airtm, payout, status, { updatedAtMs, reasonDescription });
}
