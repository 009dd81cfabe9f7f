import type { Airtm } from "../airtm.ts";
import { AirtmError } from "../errors.ts";
import { toCents } from "../money.ts";
import { DAY_MS, stepAfter } from "../next-step.ts";
import { changePayoutStatus } from "./change-payout-status.ts";
import type { Payout } from "./payout.ts";
import { checkRecipient } from "./recipient.ts";

/**
 * Takes the money, once. It goes on to COMPLETED by itself, or waits as PENDING until the recipient signs up.
 * @throws AirtmError 415027 when it was committed, canceled or otherwise ended before
 */
export function commitPayout(airtm: Airtm, payout: Payout): Payout {
  checkCommit(airtm, payout);
  const { settings } = airtm.state;
  const nowMs = airtm.clock.nowMs();
  const isRegistered = airtm.state.findUser(payout.userEmail) !== null;
  const next = isRegistered ? stepAfter(nowMs, settings.payoutDelayMs, "COMPLETED" as const) : null;
  const committed = changePayoutStatus(airtm, payout, "COMMITTED", {
    committedAtMs: nowMs,
    commits: payout.commits + 1,
    next,
  });
  if (!isRegistered) awaitSignup(airtm, committed);
  airtm.letTimePass();
  return airtm.state.payouts.find(payout.id) ?? committed;
}

export function checkCommit(airtm: Airtm, payout: Payout): void {
  if (payout.status !== "CREATED") throw new AirtmError("415027", { status: payout.status });
  checkRecipient(airtm.state.findUser(payout.userEmail), payout);
  checkDailyLimit(airtm, payout);
  if (payout.amountCents > airtm.state.balance().availableCents) throw new AirtmError("415016");
}

/** Returned to the enterprise when nobody has claimed it in time. */
export const awaitSignup = (airtm: Airtm, payout: Payout): Payout =>
  changePayoutStatus(airtm, payout, "PENDING", {
    next: { atMs: airtm.clock.nowMs() + airtm.state.settings.unclaimedDays * DAY_MS, status: "CANCELED" },
  });

/** By the days of UTC; what was given back later counts all the same. */
function checkDailyLimit(airtm: Airtm, { amountCents }: Payout): void {
  const limitCents = toCents(airtm.state.settings.payoutDailyLimit ?? "");
  if (limitCents === null) return;
  const today = dayOf(airtm.clock.nowMs());
  const committedToday = airtm.state.payouts
    .all()
    .filter(({ committedAtMs }) => committedAtMs !== null && dayOf(committedAtMs) === today)
    .reduce((sum, payout) => sum + payout.amountCents, 0n);
  if (committedToday + amountCents > limitCents) throw new AirtmError("415403");
}

const dayOf = (atMs: number): number => Math.floor(atMs / DAY_MS);
