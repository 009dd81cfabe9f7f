import type { WithdrawalInput } from "../contracts/withdrawal.ts";
import type { Opening } from "../steps/opening.ts";
import { handleCommands } from "./withdrawal-commands.ts";
import { handleCreation } from "./withdrawal-opening.ts";
import { WithdrawalRun } from "./withdrawal-run.ts";

/** State and every handler of a withdrawal; call it before the first await. */
export function openWithdrawal({ withdrawalId, isReopened = false }: WithdrawalInput): {
  readonly run: WithdrawalRun;
  readonly opening: Opening;
} {
  const run = new WithdrawalRun(withdrawalId);
  const opening = handleCreation(run, isReopened);
  handleCommands(run);
  return { run, opening };
}
