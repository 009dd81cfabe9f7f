import { asking } from "../activity-options.ts";
import { fiatStep } from "../steps/fiat-step.ts";
import { StepRefused } from "../steps/step-failure.ts";
import { look } from "./look.ts";
import type { TopUpRun } from "./topup-run.ts";

/** Has the provider ask its user for the payment. A definite no ends the top-up; nothing was taken. */
export async function askForPayment(run: TopUpRun): Promise<void> {
  const topUp = run.terms();
  try {
    const payin = await fiatStep(run.payment, {
      name: "create payin",
      attempt: () => asking.fiatCreatePayin(topUp),
      isOverByNo: true,
      // a payment that nobody was shown can't be made; should it exist, it expires
      abandon: () => Promise.reject(new StepRefused("PROVIDER_UNAVAILABLE", "abandoned by an operator")),
    });
    run.payinId = payin.id;
    const { id: payinId, paymentUrl: confirmationUri, expiresAt } = payin;
    await run.record(
      { kind: "topUpAwaiting", topUp, payinId, confirmationUri, expiresAt },
      "TOPUP_AWAITING_USER_CONFIRMATION",
    );
    if (payin.state !== "open") await look(run); // found again after a long silence
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    const { problem, message } = error;
    const refused = { from: run.status, payinId: null, reason: message, errorCode: problem };
    await run.record({ kind: "topUpFailed", topUp, ...refused }, "TOPUP_FAILED");
  }
}
