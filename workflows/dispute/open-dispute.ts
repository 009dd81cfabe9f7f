import { setHandler } from "@temporalio/workflow";
import { type DisputeInput, freezeEndedSignal } from "../contracts/dispute.ts";
import { handleConversation } from "./conversation.ts";
import { handleDecisions } from "./decisions.ts";
import { DisputeRun } from "./dispute-run.ts";

/** State and every handler of a dispute; call it before the first await. */
export function openDispute(input: DisputeInput): DisputeRun {
  const run = new DisputeRun(input);
  setHandler(freezeEndedSignal, async ({ isFrozen }) => {
    run.freeze = isFrozen ? "frozen" : "dropped";
    if (isFrozen) return;
    run.moveTo("RESOLVED"); // written down by the order, which goes on
    await run.commands.perform({ name: "drop" }, true);
  });
  handleConversation(run);
  handleDecisions(run);
  return run;
}
