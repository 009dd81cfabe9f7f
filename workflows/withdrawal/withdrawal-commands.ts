import { setHandler } from "@temporalio/workflow";
import { cancelUpdate, commitUpdate, refreshUpdate, type WithdrawalCommand } from "../contracts/withdrawal.ts";
import { refusal } from "../steps/step-failure.ts";
import { viewOf, type WithdrawalCommandName, type WithdrawalRun } from "./withdrawal-run.ts";

/** Commit and cancel exclude each other: whichever the main loop takes first wins, the other is told. */
export function handleCommands(run: WithdrawalRun): void {
  setHandler(commitUpdate, async (request) => run.commands.perform({ ...request, name: "commit" }, false), {
    validator: (_request: WithdrawalCommand) => refuseUnlessLegal(run, "commit"),
  });
  setHandler(cancelUpdate, async (request) => run.commands.perform({ ...request, name: "cancel" }, true), {
    validator: (_request: WithdrawalCommand) => refuseUnlessLegal(run, "cancel"),
  });
  // The chain is asked all the time while a payment is under way, so the present state is the answer.
  setHandler(refreshUpdate, async () => viewOf(run));
}

/** @throws ApplicationFailure WITHDRAWAL_NOT_COMMITTABLE, INVALID_STATE */
export function refuseUnlessLegal(run: WithdrawalRun, command: WithdrawalCommandName): void {
  run.payout();
  if (run.status === "WITHDRAWAL_CREATED") return;
  if (command === "cancel" && run.status === "WITHDRAWAL_CANCELED") return;
  const message = `${command} is not possible in ${run.status}`;
  if (command === "commit") throw refusal("WITHDRAWAL_NOT_COMMITTABLE", { currentStatus: run.status }, message);
  throw refusal("INVALID_STATE", { currentState: run.status, allowedStates: ["WITHDRAWAL_CREATED"] }, message);
}
