import { ApplicationFailure, setHandler } from "@temporalio/workflow";
import { type DisputeInput, freezeEndedSignal, type LeftDispute } from "../contracts/dispute.ts";
import { handleConversation } from "./conversation.ts";
import { decisionOf, handleDecisions } from "./decisions.ts";
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
  if (input.takenUp) carryOn(run, input.takenUp);
  return run;
}

/** A decision that an earlier run has written and not carried out goes on, before anything else does. */
function carryOn(run: DisputeRun, { ruling, note, decidedBy }: LeftDispute): void {
  if (!ruling || run.isOver()) return;
  const caller = { keyId: decidedBy ?? "support", correlationId: run.terms.disputeId };
  run.commands.perform(decisionOf(ruling, note, caller), true).catch((error: unknown) => {
    if (!(error instanceof ApplicationFailure)) throw error; // else an operator gave it up, and support decides again
  });
}
