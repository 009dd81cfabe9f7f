import type { TopUpInput, TopUpView } from "./contracts/topup.ts";
import type { Opening } from "./steps/opening.ts";
import { standStillUnasked, toTheEnd } from "./steps/to-the-end.ts";
import { askForPayment } from "./topup/ask-for-payment.ts";
import { cancel } from "./topup/cancel.ts";
import { creditIfPaid, creditLatePayment } from "./topup/credit-late-payment.ts";
import { look } from "./topup/look.ts";
import { openTopUp } from "./topup/open-topup.ts";
import type { TopUpRun } from "./topup/topup-run.ts";

/** One top-up: asked for, confirmed by the user, credited once. What the provider confirms counts, however late. */
export async function topUp(input: TopUpInput): Promise<TopUpView> {
  const { run, opening } = openTopUp(input); // state and every handler, before the first await
  return toTheEnd(() => carryOn(run, opening, input).catch(standStillUnasked));
}

async function carryOn(run: TopUpRun, opening: Opening, { isReopened }: TopUpInput): Promise<TopUpView> {
  if (isReopened) await creditLatePayment(run);
  else if (!(await opening.isOpened())) return run.view();
  if (run.status === "TOPUP_CREATED") await askForPayment(run);
  while (!run.isFinal() || run.commands.isWaiting()) {
    if (run.isFinal() || !(await run.isWorthALook())) {
      await run.commands.next((command) => (command.name === "cancel" ? cancel(run, command) : run.viewAfter(look)));
    } else await look(run);
  }
  if (run.payment.isHinted()) await creditIfPaid(run); // told of something in the moment of its end
  return run.view();
}
