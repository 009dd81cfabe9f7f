import type { Payout } from "../../activities/fiat/fiat-rail.ts";
import { asking, storage } from "../activity-options.ts";
import { fiatStep } from "../steps/fiat-step.ts";
import { apiErrorOf } from "../steps/step-failure.ts";
import { lookAtPayout, readPayout } from "./look-at-payout.ts";
import type { WithdrawalRun } from "./withdrawal-run.ts";

/**
 * A withdrawal that was over, and of which its provider says that something happened. Paid after all, it takes back what was
 * given back; what the user has spent since is put where reconciliation shows it.
 */
export async function settleLatePayout(run: WithdrawalRun): Promise<void> {
  const { payout, caller, status, payoutId } = await storage.storageLoadWithdrawal({ withdrawalId: run.withdrawalId });
  run.open(payout, caller);
  run.payoutId = payoutId ?? (await payoutIdThere(run));
  run.moveTo(status);
  if (run.isAtProvider())
    await lookAtPayout(run); // its workflow was terminated
  else await settleIfPaid(run);
}

/** One that ended before we knew of a payout may have one after all, under our code. */
async function payoutIdThere(run: WithdrawalRun): Promise<string | null> {
  if (!run.payout().destinationType) return null;
  const attempt = () => asking.fiatFindPayout(run.payout());
  return (await fiatStep(run.payment, { name: "find payout", attempt, abandon: async () => null }))?.id ?? null;
}

/** Looks once more at a payout that is over for us, and again whenever somebody hints at something meanwhile. */
export async function settleIfPaid(run: WithdrawalRun): Promise<void> {
  const { status, payoutId } = run;
  if (payoutId === null || (status !== "WITHDRAWAL_FAILED" && status !== "WITHDRAWAL_CANCELED")) return;
  let found: Payout;
  do {
    run.payment.forgetHints();
    found = await readPayout(run);
  } while (found.state !== "paid" && run.payment.isHinted());
  if (found.state !== "paid") return;
  await recordPaid(run, found, status);
  run.moveTo("WITHDRAWAL_COMPLETED");
}

async function recordPaid(run: WithdrawalRun, found: Payout, from: "WITHDRAWAL_FAILED" | "WITHDRAWAL_CANCELED") {
  const { feeAmount, updatedAt: completedAt, id: payoutId } = found;
  const paid = { kind: "payoutPaidAfterReturn", payout: run.payout(), from, payoutId, feeAmount, completedAt } as const;
  try {
    await run.record({ ...paid, isCovered: true }, run.opener());
  } catch (error) {
    if (apiErrorOf(error)?.type !== "INSUFFICIENT_FUNDS") throw error;
    await run.record({ ...paid, isCovered: false }, run.opener());
  }
}
