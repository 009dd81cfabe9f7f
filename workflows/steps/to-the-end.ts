import { ActivityFailure, allHandlersFinished, CancellationScope, condition } from "@temporalio/workflow";
import { apiErrorOf } from "./step-failure.ts";

/**
 * Runs a payment to its end. A cancellation from the Web UI or the CLI does not stop it half-way: what is under way must be
 * known first, and giving up is a command or an operator's decision. Nor does a failure that no step expected close it as
 * failed: the workflow task stands still until the bug is mended, and then goes on.
 */
export function toTheEnd<Result>(payment: () => Promise<Result>): Promise<Result> {
  return CancellationScope.nonCancellable(async () => {
    const result = await payment().catch(standStill);
    await condition(allHandlersFinished);
    return result;
  });
}

function standStill(error: unknown): never {
  throw error instanceof ActivityFailure ? new Error("no step expects this failure", { cause: error }) : error;
}

/** A refusal that answers no command has nobody to go to; it must not close the payment as failed. */
export function standStillUnasked(error: unknown): never {
  throw apiErrorOf(error) ? new Error("no command expects this refusal", { cause: error }) : error;
}
