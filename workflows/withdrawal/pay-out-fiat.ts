import { sleep } from "@temporalio/workflow";
import type { Payout } from "../../activities/fiat/fiat-rail.ts";
import { asking } from "../activity-options.ts";
import { fiatStep } from "../steps/fiat-step.ts";
import { StepRefused } from "../steps/step-failure.ts";
import { takePayout } from "./look-at-payout.ts";
import type { WithdrawalCommandToCarryOut, WithdrawalRun } from "./withdrawal-run.ts";

/** Between two looks for a payout that nobody knows of: a creation that is still on its way would arrive in between. */
const APART = "60 s";

/**
 * Has the provider pay: created under our code, committed, then it is the provider's to say what became of it. A definite no
 * before it was committed gives the money back.
 */
export async function payOutFiat(run: WithdrawalRun, { caller }: WithdrawalCommandToCarryOut): Promise<void> {
  const payout = run.payout();
  await run.record({ kind: "payoutCommitted", payout }, caller);
  run.moveTo("WITHDRAWAL_COMMITTED");
  try {
    const created = await createPayout(run);
    run.payoutId = created.id;
    if (created.state === "created") await commitPayout(run, created.id);
    await run.record({ kind: "payoutPending", payout, payoutId: created.id }, caller);
    run.moveTo("WITHDRAWAL_PENDING");
    await takePayout(run, await asking.fiatReadPayout({ payoutId: created.id }).catch(() => created));
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    const { problem: errorCode, message: reason } = error;
    const returned = { from: run.status, to: "WITHDRAWAL_FAILED", payoutId: run.payoutId, reason, errorCode } as const;
    await run.record({ kind: "payoutReturned", payout, ...returned }, caller);
    run.moveTo("WITHDRAWAL_FAILED");
  }
}

function createPayout(run: WithdrawalRun): Promise<Payout> {
  const payout = run.payout();
  return fiatStep(run.payment, {
    name: "create payout",
    attempt: () => asking.fiatCreatePayout(payout),
    isOverByNo: true,
    abandon: () => provenAbsent(run),
  });
}

/**
 * The proof that nothing was and nothing will be paid: nothing was committed, and of two looks apart in time neither finds a
 * payout. One that is there uncommitted is canceled first. @throws StepRefused with the proof
 */
async function provenAbsent(run: WithdrawalRun): Promise<Payout | null> {
  for (const isLast of [false, true]) {
    const found = await asking.fiatFindPayout(run.payout());
    if (found && found.state !== "created") return found; // it is known after all: the step goes on with it
    if (found && !(await asking.fiatCancelPayout({ payoutId: found.id }))) return null;
    if (!isLast) await sleep(APART);
  }
  throw new StepRefused(
    "PROVIDER_UNAVAILABLE",
    "abandoned by an operator: two looks found no payout, none was committed",
  );
}

/** From the first attempt on it may be paid, so only the provider's own word ends it. */
async function commitPayout(run: WithdrawalRun, payoutId: string): Promise<void> {
  await fiatStep<void>(run.payment, {
    name: "commit payout",
    attempt: () => asking.fiatCommitPayout({ payoutId, userId: run.payout().userId }),
    isOverByNo: true,
    abandon: async () => {
      await asking.fiatCancelPayout({ payoutId });
      const { state } = await asking.fiatReadPayout({ payoutId });
      if (state === "canceled")
        throw new StepRefused("PROVIDER_REFUSED", "abandoned by an operator, and canceled there");
      return state === "created" ? null : undefined;
    },
  });
}
