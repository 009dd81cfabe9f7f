import type { PayoutTerms } from "../../domain/chain/intent.ts";
import { AppError } from "../../domain/errors.ts";
import type { ActivityDeps } from "../deps.ts";
import { StepFailure } from "../failures.ts";
import { linkedAccount } from "../storage/fiat-users.ts";
import { requireSigningAllowed } from "../storage/may-sign.ts";
import { bookOpening } from "./book-opening.ts";
import { fiatOf } from "./fiat.ts";
import type { Payout } from "./fiat-rail.ts";

/** Prepares a payout at the provider; asked again it is the same one. Nothing is paid before it is committed. */
export const fiatCreatePayout =
  (deps: ActivityDeps) =>
  async ({ withdrawalId, userId, amount, destinationType, destination }: PayoutTerms): Promise<Payout> => {
    await requireSigningAllowed(deps.db, deps.deploymentId);
    const { email, providerUserId: recipientId } = await linkedAccount(deps.db, userId).catch(asProblem);
    if (destinationType === "airtm_balance" && destination !== recipientId) {
      throw new StepFailure("RECIPIENT_NOT_ELIGIBLE", "the user is linked to another account than the money is for");
    }
    await bookOpening(deps);
    const notes = `Withdrawal ${withdrawalId}`;
    return fiatOf(deps).rail.createPayout({ code: withdrawalId, email, recipientId, amount, notes });
  };

/** Unlinked since the money was held: a person must see to it. */
function asProblem(error: unknown): never {
  if (error instanceof AppError) throw new StepFailure("RECIPIENT_NOT_ELIGIBLE", error.message);
  throw error;
}
