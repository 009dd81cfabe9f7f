import { storage } from "../activity-options.ts";
import type { OrderCommand } from "../contracts/order.ts";
import { apiErrorOf } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";

/** Holds the order's amount in the buyer's balance. The database lets nobody spend it twice. */
export async function reserve(run: OrderRun, { caller }: OrderCommand): Promise<void> {
  await requireEligibleParties(run);
  await run.record({ kind: "fundsReserved", order: run.terms() }, caller);
  run.moveTo({ status: "FUNDS_RESERVED" });
}

/** @throws ApplicationFailure USER_NOT_ELIGIBLE */
export async function requireEligibleParties(run: OrderRun): Promise<void> {
  const { buyerId, sellerId } = run.terms();
  try {
    await storage.storageRequireEligible({ buyerId, sellerId });
  } catch (error) {
    throw apiErrorOf(error) ?? error;
  }
}
