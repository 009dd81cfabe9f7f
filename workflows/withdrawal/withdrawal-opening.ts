import type { PayoutTerms } from "../../domain/chain/intent.ts";
import { asking, reading, storage } from "../activity-options.ts";
import { ALL_AVAILABLE, type CreateWithdrawal, createUpdate } from "../contracts/withdrawal.ts";
import { handleOpening, type Opening } from "../steps/opening.ts";
import type { WithdrawalRun } from "./withdrawal-run.ts";

/** Refused before anything is held when the money could not arrive; then held; then sent, unless the caller commits later. */
export function handleCreation(run: WithdrawalRun, isReopened: boolean): Opening {
  return handleOpening({
    update: createUpdate,
    record: async (request) => {
      if (!isReopened) await recordCreation(run, request); // else it was recorded by an earlier run, and is over
    },
    asks: ({ destinationType }) => (destinationType === "crypto" ? "stellar" : "airtm"),
    answer: async ({ caller, commit }) => {
      if (isReopened || !commit || run.status !== "WITHDRAWAL_CREATED") return run.view();
      return run.commands.perform({ name: "commit", caller }, true);
    },
  });
}

async function recordCreation(run: WithdrawalRun, request: CreateWithdrawal): Promise<void> {
  const payout = payoutOf(run, request);
  await storage.storageRequireEligible({ ownerId: payout.userId });
  if (payout.destinationType)
    await asking.fiatRequireReady({ userId: payout.userId, amount: payout.amount, direction: "out" });
  else await reading.stellarCheckPayout(payout);
  run.open(await held(run, payout, request), request.caller);
}

/** The terms as they are held: how much everything is, is known from then on. */
async function held(run: WithdrawalRun, payout: PayoutTerms, request: CreateWithdrawal): Promise<PayoutTerms> {
  const { caller, description, limits } = request;
  if (payout.amount === ALL_AVAILABLE && limits) return run.holdAll({ payout, description, limits, caller });
  await run.record({ kind: "withdrawalCreated", payout, description }, caller);
  return payout;
}

function payoutOf(run: WithdrawalRun, request: CreateWithdrawal): PayoutTerms {
  const { userId, amount, currency, destinationType, destinationRef, memo, memoType, reference = null } = request;
  const { withdrawalId } = run;
  const payout = { withdrawalId, userId, amount, currency, destination: destinationRef, memo, reference };
  if (destinationType !== "crypto") return { ...payout, destinationType };
  return memoType === undefined || memoType === "text" ? payout : { ...payout, memoType };
}
