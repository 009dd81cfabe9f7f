import type { OrderCommand, OrderView } from "../contracts/order.ts";
import { cancel } from "./cancel.ts";
import type { OrderRun } from "./order-run.ts";

/**
 * Closes an order that was not funded in time. Its turn has come, so nothing of it is in flight that the database does
 * not know; a contract that was deployed is looked at first.
 */
export async function expire(run: OrderRun, { caller }: OrderCommand): Promise<OrderView> {
  const { status } = run;
  if (status === "ORDER_CREATED" || status === "FUNDS_RESERVED" || status === "ESCROW_FUNDING") {
    await cancel(run, { caller, reason: "not funded in time" });
  }
  return run.view();
}
