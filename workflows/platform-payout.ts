import type { PlatformPayoutInput, PlatformPayoutView } from "./contracts/platform-payout.ts";
import { openPlatformPayout } from "./platform-payout/open-platform-payout.ts";
import type { PlatformPayoutCommandToCarryOut, PlatformPayoutRun } from "./platform-payout/platform-payout-run.ts";
import { chainStep } from "./steps/chain-step.ts";
import type { Opening } from "./steps/opening.ts";
import { StepRefused } from "./steps/step-failure.ts";
import { standStillUnasked, toTheEnd } from "./steps/to-the-end.ts";

/** Money that the operator takes out: asked for by one key, approved by another one, sent once. */
export async function platformPayout(input: PlatformPayoutInput): Promise<PlatformPayoutView> {
  const { run, opening } = openPlatformPayout(input); // state and every handler, before the first await
  return toTheEnd(() => carryOn(run, opening).catch(standStillUnasked));
}

async function carryOn(run: PlatformPayoutRun, opening: Opening): Promise<PlatformPayoutView> {
  if (!(await opening.isOpened())) return run.view();
  while (!run.isFinal() || run.commands.isWaiting()) await run.commands.next((command) => carryOut(run, command));
  return run.view();
}

async function carryOut(run: PlatformPayoutRun, command: PlatformPayoutCommandToCarryOut): Promise<PlatformPayoutView> {
  run.refuseUnlessLegal(command.name);
  if (run.status === "PLATFORM_PAYOUT_REQUESTED") {
    await (command.name === "approve" ? send(run, command) : cancel(run, command));
  }
  return run.view();
}

async function send(run: PlatformPayoutRun, { caller }: PlatformPayoutCommandToCarryOut): Promise<void> {
  const platformPayout = run.terms();
  await run.payment.record({ kind: "platformPayoutApproved", platformPayout, by: caller.keyId }, caller);
  run.moveTo("PLATFORM_PAYOUT_PENDING");
  try {
    await chainStep(run.payment, {
      name: "pay-out",
      intent: { kind: "payOutPlatform", platformPayout },
      fact: { kind: "platformPayoutCompleted", platformPayout },
      caller,
      onRefusal: "throw",
    });
    run.moveTo("PLATFORM_PAYOUT_COMPLETED");
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    const fact = {
      kind: "platformPayoutFailed",
      platformPayout,
      reason: error.message,
      errorCode: error.problem,
    } as const;
    await run.payment.record(fact, caller);
    run.moveTo("PLATFORM_PAYOUT_FAILED");
  }
}

async function cancel(run: PlatformPayoutRun, { caller, reason }: PlatformPayoutCommandToCarryOut): Promise<void> {
  const platformPayout = run.terms();
  const fact = { kind: "platformPayoutCanceled", platformPayout, by: caller.keyId, reason: reason ?? null } as const;
  await run.payment.record(fact, caller);
  run.moveTo("PLATFORM_PAYOUT_CANCELED");
}
