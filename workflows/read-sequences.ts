import { allHandlersFinished, condition, setHandler } from "@temporalio/workflow";
import { reading } from "./activity-options.ts";
import { type ReadSequencesInput, sequencesReadUpdate } from "./contracts/read-sequences.ts";
import { refusal, sortFailure } from "./steps/step-failure.ts";

/** Reads what the chain has used of every account, for whoever takes the fence. Nothing moves: what cannot be read is refused. */
export async function readSequences({ readingId }: ReadSequencesInput): Promise<void> {
  const outcome = { isOver: false, failure: null as unknown };
  setHandler(sequencesReadUpdate, async () => {
    await condition(() => outcome.isOver);
    if (outcome.failure) throw outcome.failure;
  });
  await reading.stellarReadSequences({ readingId }).catch((error: unknown) => {
    const { problem, message } = sortFailure(error);
    outcome.failure = refusal("STELLAR_NETWORK_ERROR", { provider: "stellar", reason: problem }, message);
  });
  outcome.isOver = true;
  await condition(allHandlersFinished);
}
