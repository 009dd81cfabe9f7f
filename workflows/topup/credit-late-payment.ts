import { storage } from "../activity-options.ts";
import { readPayin, take } from "./look.ts";
import type { TopUpRun } from "./topup-run.ts";

/** A top-up that was over, and of which its provider says that something happened: if it was paid after all, it is credited. */
export async function creditLatePayment(run: TopUpRun): Promise<void> {
  const { topUp, caller, status, payinId } = await storage.storageLoadTopUp({ topUpId: run.topUpId });
  run.open(topUp, caller);
  run.payinId = payinId;
  run.moveTo(status);
  await creditIfPaid(run);
}

/** Looks once more at a payment that is over for us, and again whenever somebody hints at something meanwhile. */
export async function creditIfPaid(run: TopUpRun): Promise<void> {
  if (run.payinId === null || run.status === "TOPUP_SUCCEEDED") return;
  do {
    run.payment.forgetHints();
    const payin = await readPayin(run);
    if (payin.state === "paid") return take(run, payin);
  } while (run.payment.isHinted());
}
