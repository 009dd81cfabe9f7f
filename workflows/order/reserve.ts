import { storage } from "../activity-options.ts";
import type { OrderCommand } from "../contracts/order.ts";
import { apiErrorOf } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";

/** Holds the order's amount in the buyer's balance. The database lets nobody spend it twice. */
export async function reserve(run: OrderRun, { caller }: OrderCommand): Promise<void> {
  await requireEligibleParties(run);
  await run.record({ kind: "fundsReserved", order: run.terms() }, caller);
  run.holder = caller;
  run.moveTo({ status: "FUNDS_RESERVED" });
}

/** @throws ApplicationFailure USER_NOT_ELIGIBLE */
export function requireEligibleParties(run: OrderRun): Promise<void> {
  const { buyerId, sellerId } = run.terms();
  return requireEligible({ buyerId, sellerId });
}

/** The seller may be suspended meanwhile: what comes in is theirs all the same. @throws ApplicationFailure USER_NOT_ELIGIBLE */
export const requireEligibleBuyer = (run: OrderRun): Promise<void> => requireEligible({ buyerId: run.terms().buyerId });

async function requireEligible(parties: Parameters<typeof storage.storageRequireEligible>[0]): Promise<void> {
  try {
    await storage.storageRequireEligible(parties);
  } catch (error) {
    throw apiErrorOf(error) ?? error;
  }
}
