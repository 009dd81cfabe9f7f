import type { Airtm } from "../airtm.ts";
import { stepAfter } from "../next-step.ts";
import type { AirtmUser } from "../users/user.ts";
import { isWelcome } from "./recipient.ts";

/** Payouts that waited for this person go on, once Airtm would pay them. */
export function claimPayouts(airtm: Airtm, user: AirtmUser): void {
  const nowMs = airtm.clock.nowMs();
  for (const payout of airtm.state.payouts.all()) {
    if (payout.status !== "PENDING" || payout.userEmail !== user.email || !isWelcome(user, payout)) continue;
    const next = stepAfter(nowMs, airtm.state.settings.payoutDelayMs, "COMPLETED" as const);
    airtm.savePayout({ ...payout, userId: user.id, updatedAtMs: nowMs, next });
  }
  airtm.letTimePass();
}
