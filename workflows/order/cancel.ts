import type { OrderCommand } from "../contracts/order.ts";
import { refuseForeignHold } from "../steps/foreign-hold.ts";
import { requireEmptyContract } from "./empty-contract.ts";
import type { OrderRun } from "./order-run.ts";

/**
 * Gives the hold back, if there is one, and closes the order. A contract of it is proven to be empty first.
 * @throws ApplicationFailure USER_NOT_ELIGIBLE where somebody else made the hold
 */
export async function cancel(run: OrderRun, { caller, reason }: OrderCommand): Promise<void> {
  if (run.holder) refuseForeignHold(run.holder, caller);
  const emptyContract = run.contractId === null ? null : await requireEmptyContract(run);
  const fact = {
    kind: "orderCanceled",
    order: run.terms(),
    from: run.status,
    canceledBy: caller.keyId,
    canceledAt: new Date().toISOString(),
    reason: reason ?? null,
    ...(emptyContract && { emptyContract }),
  } as const;
  await run.record(fact, caller);
  run.moveTo({ status: "CLOSED", outcome: "CANCELED" });
}
