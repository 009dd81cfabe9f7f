import type { UserId } from "../../domain/ids.ts";
import type { ActivityDeps } from "../deps.ts";
import { isRefusal, StepFailure } from "../failures.ts";
import { requireSigningAllowed } from "../storage/may-sign.ts";
import { unlessSuspended } from "../storage/unless-suspended.ts";
import { fiatOf } from "./fiat.ts";
import type { FiatRail } from "./fiat-rail.ts";

/**
 * Has the provider pay. A freeze, a lost fence, or the user's suspension stops it as it stops a signature. Asked again it is paid once: the provider
 * commits a payout once.
 */
export const fiatCommitPayout =
  (deps: ActivityDeps) =>
  async ({ payoutId, userId }: { readonly payoutId: string; readonly userId: UserId }): Promise<void> => {
    await requireSigningAllowed(deps.db, deps.deploymentId);
    const { rail } = fiatOf(deps);
    try {
      await unlessSuspended(deps.db, userId, () => rail.commitPayout(payoutId));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await unlessHeardBefore(rail, payoutId, error);
    }
  };

/**
 * A no to this attempt says nothing of an earlier one whose answer was lost: it gives the money back only once the payout can
 * never be paid. @throws StepFailure the refusal, with that proof; STATE_UNEXPECTED without
 */
async function unlessHeardBefore(rail: FiatRail, payoutId: string, refusal: StepFailure): Promise<void> {
  if ((await rail.payout(payoutId)).state !== "created") return; // what it came to, a look tells
  await rail.cancelPayout(payoutId);
  const { state } = await rail.payout(payoutId);
  if (state === "canceled" || state === "failed") throw refusal;
  if (state === "created") throw new StepFailure("STATE_UNEXPECTED", `${refusal.message}; and it was not canceled`);
}
