import type { DisputeInput, DisputeResult } from "./contracts/dispute.ts";
import type { Deciding, DisputeRun } from "./dispute/dispute-run.ts";
import { openDispute } from "./dispute/open-dispute.ts";
import { resolve } from "./dispute/resolve.ts";
import { toTheEnd } from "./steps/to-the-end.ts";

/** One disagreement about a frozen escrow: support takes it, hears both sides and decides; the contract pays as decided. */
export async function dispute(input: DisputeInput): Promise<DisputeResult> {
  const run = openDispute(input); // state and every handler, before the first await
  return toTheEnd(async () => {
    while (!run.isOver() || run.commands.isWaiting()) await run.commands.next((command) => carryOut(run, command));
    return { outcome: run.outcome };
  });
}

async function carryOut(run: DisputeRun, command: Deciding) {
  if (command.name === "resolve") await resolve(run, command);
  return run.view();
}
