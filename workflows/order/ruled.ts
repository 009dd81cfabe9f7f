import type { DisputeTerms } from "../../domain/dispute/dispute-facts.ts";
import type { OrderOutcome } from "../../domain/order/states.ts";
import type { OrderView } from "../contracts/order.ts";
import type { OrderRun } from "./order-run.ts";
import { closeWhenSettled } from "./settle-milestones.ts";

/** The dispute's workflow has written down how it ended: the order is over, or one of its milestones is. */
export async function ruled(run: OrderRun, { milestone }: DisputeTerms, outcome: OrderOutcome): Promise<OrderView> {
  if (!milestone) return run.close(outcome);
  if (outcome !== "CANCELED") run.milestones[milestone.index] = outcome;
  run.milestoneDisputes.delete(milestone.index);
  await closeWhenSettled(run, { keyId: "dispute", correlationId: run.dispute?.disputeId ?? run.orderId });
  return run.view();
}
