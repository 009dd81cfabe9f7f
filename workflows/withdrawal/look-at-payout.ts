import type { Payout } from "../../activities/fiat/fiat-rail.ts";
import { asking } from "../activity-options.ts";
import type { Caller } from "../contracts/operating.ts";
import { fiatStep } from "../steps/fiat-step.ts";
import type { WithdrawalRun } from "./withdrawal-run.ts";

/** Asks the provider where the payout is, and writes what it says. States only move forward, whatever order news comes in. */
export async function lookAtPayout(run: WithdrawalRun, caller?: Caller): Promise<void> {
  run.payment.forgetHints();
  await takePayout(run, await readPayout(run), caller);
}

export function readPayout(run: WithdrawalRun): Promise<Payout> {
  const payoutId = run.payoutId ?? "";
  const attempt = () => asking.fiatReadPayout({ payoutId });
  return fiatStep(run.payment, { name: "read payout", attempt, abandon: async () => null });
}

/** @param caller who asked for what happened, where somebody did */
export async function takePayout(run: WithdrawalRun, found: Payout, caller: Caller = run.opener()): Promise<void> {
  const payout = run.payout();
  const from = run.status;
  const payoutId = found.id;
  const { feeAmount } = found;
  switch (found.state) {
    case "created":
      return;
    case "unknown":
      return run.payment.show({ lastError: "the provider tells a state that we do not know; nothing was changed" });
    case "pending":
      if (from !== "WITHDRAWAL_PENDING_USER_ACTION") return;
      await run.record({ kind: "payoutResumed", payout, payoutId }, caller);
      return run.moveTo("WITHDRAWAL_PENDING");
    case "needs-user":
      if (from !== "WITHDRAWAL_PENDING") return;
      await run.record({ kind: "payoutNeedsUser", payout, payoutId, action: "see your Airtm account" }, caller);
      return run.moveTo("WITHDRAWAL_PENDING_USER_ACTION");
    case "paid":
      await run.record(
        { kind: "payoutCompleted", payout, from, payoutId, feeAmount, completedAt: found.updatedAt },
        caller,
      );
      return run.moveTo("WITHDRAWAL_COMPLETED");
    case "failed":
    case "canceled": {
      const to = found.state === "failed" ? "WITHDRAWAL_FAILED" : "WITHDRAWAL_CANCELED";
      const reason = found.reason ?? `the provider says that it was ${found.state}`;
      await run.record(
        { kind: "payoutReturned", payout, from, to, payoutId, reason, errorCode: found.reasonCode },
        caller,
      );
      return run.moveTo(to);
    }
  }
}
