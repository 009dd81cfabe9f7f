import { asking } from "../activity-options.ts";
import { fiatStep } from "../steps/fiat-step.ts";
import { refusal } from "../steps/step-failure.ts";
import { readPayout, takePayout } from "./look-at-payout.ts";
import type { WithdrawalCommandToCarryOut, WithdrawalRun } from "./withdrawal-run.ts";

/** Takes back a payout that nobody has received yet, where the provider allows it; the money comes back on its word. */
export async function cancelPayout(run: WithdrawalRun, { caller }: WithdrawalCommandToCarryOut): Promise<void> {
  const payoutId = run.payoutId ?? "";
  const attempt = () => asking.fiatCancelPayout({ payoutId });
  await fiatStep(run.payment, { name: "cancel payout", attempt, abandon: async () => false });
  await takePayout(run, await readPayout(run), caller);
  if (run.status === "WITHDRAWAL_CANCELED") return;
  const details = { currentState: run.status, allowedStates: ["WITHDRAWAL_CREATED"] };
  throw refusal("INVALID_STATE", details, "the provider cancels it no more");
}
