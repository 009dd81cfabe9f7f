import type { WithdrawalInput, WithdrawalView } from "./contracts/withdrawal.ts";
import { chainStep } from "./steps/chain-step.ts";
import { refuseForeignHold } from "./steps/foreign-hold.ts";
import type { Opening } from "./steps/opening.ts";
import { StepRefused } from "./steps/step-failure.ts";
import { standStillUnasked, toTheEnd } from "./steps/to-the-end.ts";
import { cancelPayout } from "./withdrawal/cancel-payout.ts";
import { lookAtPayout } from "./withdrawal/look-at-payout.ts";
import { openWithdrawal } from "./withdrawal/open-withdrawal.ts";
import { payOutFiat } from "./withdrawal/pay-out-fiat.ts";
import { settleIfPaid, settleLatePayout } from "./withdrawal/settle-late-payout.ts";
import type { WithdrawalCommandToCarryOut, WithdrawalRun } from "./withdrawal/withdrawal-run.ts";

/** One withdrawal: held, sent, settled; refused, proven dead or sent back it is returned. */
export async function withdrawal(input: WithdrawalInput): Promise<WithdrawalView> {
  const { run, opening } = openWithdrawal(input); // state and every handler, before the first await
  return toTheEnd(() => carryOn(run, opening, input).catch(standStillUnasked));
}

async function carryOn(run: WithdrawalRun, opening: Opening, { isReopened }: WithdrawalInput): Promise<WithdrawalView> {
  if (isReopened) await settleLatePayout(run);
  else if (!(await opening.isOpened())) return run.view();
  while (!run.isFinal() || run.commands.isWaiting()) {
    if (run.isAtProvider() && (await run.isWorthALook())) await lookAtPayout(run);
    else await run.commands.next((command) => carryOut(run, command));
  }
  if (run.payment.isHinted()) await settleIfPaid(run); // told of something in the moment of its end
  return run.view();
}

async function carryOut(run: WithdrawalRun, command: WithdrawalCommandToCarryOut): Promise<WithdrawalView> {
  run.refuseUnlessLegal(command.name);
  if (command.name !== "refresh") refuseForeignHold(run.opener(), command.caller);
  if (run.status === "WITHDRAWAL_CREATED") {
    if (command.name === "commit") await (run.payout().destinationType ? payOutFiat(run, command) : send(run, command));
    else if (command.name === "cancel") await giveBack(run, command);
  } else if (run.isAtProvider()) {
    if (command.name === "cancel") await cancelPayout(run, command);
    else await lookAtPayout(run);
  }
  return run.view();
}

async function send(run: WithdrawalRun, { caller }: WithdrawalCommandToCarryOut): Promise<void> {
  const payout = run.payout();
  await run.record({ kind: "withdrawalCommitted", payout }, caller);
  run.moveTo("WITHDRAWAL_PENDING");
  try {
    await chainStep(run.payment, {
      name: "send",
      intent: { kind: "payOut", payout },
      fact: { kind: "withdrawalCompleted", payout },
      caller,
      onRefusal: "throw",
    });
    run.moveTo("WITHDRAWAL_COMPLETED");
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    const fact = { kind: "withdrawalFailed", payout, reason: error.message, errorCode: error.problem } as const;
    await run.record(fact, caller);
    run.moveTo("WITHDRAWAL_FAILED");
  }
}

async function giveBack(run: WithdrawalRun, { caller, reason }: WithdrawalCommandToCarryOut): Promise<void> {
  const fact = {
    kind: "withdrawalCanceled",
    payout: run.payout(),
    canceledBy: caller.keyId,
    reason: reason ?? null,
  } as const;
  await run.record(fact, caller);
  run.moveTo("WITHDRAWAL_CANCELED");
}
