import { asking } from "../activity-options.ts";
import type { TopUpView } from "../contracts/topup.ts";
import { fiatStep } from "../steps/fiat-step.ts";
import { readPayin, take } from "./look.ts";
import type { TopUpCommandToCarryOut, TopUpRun } from "./topup-run.ts";

/** Gives the payment up, unless it came first: then it is taken, and whoever canceled is told. */
export async function cancel(run: TopUpRun, { caller, reason }: TopUpCommandToCarryOut): Promise<TopUpView> {
  run.refuseUnlessCancelable();
  if (!run.isFinal()) {
    const payinId = run.payinId ?? "";
    const attempt = () => asking.fiatCancelPayin({ payinId });
    await fiatStep(run.payment, { name: "cancel payin", attempt, abandon: async () => false });
    await take(run, await readPayin(run), { caller, reason: reason ?? null });
    if (run.status !== "TOPUP_CANCELED") run.refuseUnlessCancelable();
  }
  return run.view();
}
