import { setHandler } from "@temporalio/workflow";
import { cancelUpdate, commitUpdate, refreshUpdate, type WithdrawalCommand } from "../contracts/withdrawal.ts";
import { openQuestions } from "../steps/questions.ts";
import type { WithdrawalRun } from "./withdrawal-run.ts";

/** Commit and cancel exclude each other: whichever the main loop takes first wins, the other is told. */
export function handleCommands(run: WithdrawalRun): void {
  setHandler(commitUpdate, async (request) => run.commands.perform({ ...request, name: "commit" }, false), {
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
