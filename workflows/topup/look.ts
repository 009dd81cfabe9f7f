import type { Payin } from "../../activities/fiat/fiat-rail.ts";
import { asking } from "../activity-options.ts";
import type { Caller } from "../contracts/operating.ts";
import { fiatStep } from "../steps/fiat-step.ts";
import type { TopUpRun } from "./topup-run.ts";

/** Asks the provider where the payment is, and writes what it says. States only move forward, whatever order news comes in. */
export async function look(run: TopUpRun): Promise<void> {
  run.payment.forgetHints();
  await take(run, await readPayin(run));
}

export async function readPayin(run: TopUpRun): Promise<Payin> {
  const payinId = run.payinId ?? "";
  const attempt = () => asking.fiatReadPayin({ payinId });
  return fiatStep(run.payment, { name: "read payin", attempt, abandon: async () => null });
}

/** @param canceledFor who asked us to cancel it, if somebody did */
export async function take(run: TopUpRun, payin: Payin, canceledFor?: Canceling): Promise<void> {
  const topUp = run.terms();
  const from = run.status;
  const payinId = payin.id;
  switch (payin.state) {
    case "open":
      return;
    case "unknown":
      return run.payment.show({ lastError: "the provider tells a state that we do not know; nothing was changed" });
    case "processing":
      if (from !== "TOPUP_AWAITING_USER_CONFIRMATION") return;
      return run.record({ kind: "topUpProcessing", topUp, payinId }, "TOPUP_PROCESSING");
    case "paid": {
      const { paidAmount, feeAmount } = payin;
      return run.record({ kind: "topUpSucceeded", topUp, from, payinId, paidAmount, feeAmount }, "TOPUP_SUCCEEDED");
    }
    case "failed": {
      const reason = payin.reason ?? "the provider could not take the payment";
      return run.record({ kind: "topUpFailed", topUp, from, payinId, reason, errorCode: null }, "TOPUP_FAILED");
    }
    case "canceled": {
      const canceledBy = canceledFor ? "user" : "system";
      const reason = canceledFor?.reason ?? payin.reason;
      return run.record(
        { kind: "topUpCanceled", topUp, from, canceledBy, reason },
        "TOPUP_CANCELED",
        canceledFor?.caller,
      );
    }
  }
}

export interface Canceling {
  readonly caller: Caller;
  readonly reason: string | null;
}
