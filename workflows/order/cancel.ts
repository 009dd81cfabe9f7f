import type { OrderCommand } from "../contracts/order.ts";
import type { OrderRun } from "./order-run.ts";

/** Gives the hold back, if there is one, and closes the order. */
export async function cancel(run: OrderRun, { caller, reason }: OrderCommand): Promise<void> {
  const fact = {
    kind: "orderCanceled",
    order: run.terms(),
    from: run.status,
    canceledBy: caller.keyId,
    canceledAt: new Date().toISOString(),
    reason: reason ?? null,
  } as const;
  await run.record(fact, caller);
  run.moveTo({ status: "CLOSED", outcome: "CANCELED" });
}
