import { patched, setHandler } from "@temporalio/workflow";
import { storage } from "../activity-options.ts";
import { cancelUpdate, commitUpdate, refreshUpdate, type WithdrawalCommand } from "../contracts/withdrawal.ts";
import { openQuestions } from "../steps/questions.ts";
import { apiErrorOf } from "../steps/step-failure.ts";
import type { WithdrawalRun } from "./withdrawal-run.ts";

/** Commit and cancel exclude each other: whichever the main loop takes first wins, the other is told. */
export function handleCommands(run: WithdrawalRun): void {
  const commit = async (request: WithdrawalCommand) => {
    if (patched("status-is-asked-before-commit")) await requireEligibleOwner(run); // suspended later, it parks where it would be sent
    return run.commands.perform({ ...request, name: "commit" }, false);
  };
  setHandler(commitUpdate, commit, {
    validator: (_request: WithdrawalCommand) => run.refuseUnlessLegal("commit"),
  });
  const cancel = async (request: WithdrawalCommand) =>
    run.isFinal() ? run.view() : run.commands.perform({ ...request, name: "cancel" }, true); // at its end nobody may be left
  setHandler(cancelUpdate, cancel, {
    validator: (_request: WithdrawalCommand) => run.refuseUnlessLegal("cancel"),
  });
  // The chain is asked all the time while a payment is under way, so the present state is the answer; a fiat provider is not.
  openQuestions().handle(refreshUpdate, async (request) =>
    run.isAtProvider() ? run.commands.perform({ ...request, name: "refresh" }, true) : run.view(),
  );
}

/** @throws ApplicationFailure USER_NOT_ELIGIBLE */
async function requireEligibleOwner(run: WithdrawalRun): Promise<void> {
  try {
    await storage.storageRequireEligible({ ownerId: run.payout().userId });
  } catch (error) {
    throw apiErrorOf(error) ?? error;
  }
}
