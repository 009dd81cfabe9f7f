import { allHandlersFinished, CancellationScope, condition } from "@temporalio/workflow";

/**
 * Runs a payment to its end. A cancellation from the Web UI or the CLI does not stop it half-way: what is under way must be
 * known first, and giving up is a command or an operator's decision.
 */
export function toTheEnd<Result>(payment: () => Promise<Result>): Promise<Result> {
  return CancellationScope.nonCancellable(async () => {
    const result = await payment();
    await condition(allHandlersFinished);
    return result;
  });
}
