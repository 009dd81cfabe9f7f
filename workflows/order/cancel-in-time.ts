import { condition } from "@temporalio/workflow";
import type { OrderStatus } from "../../domain/order/states.ts";
import { carryOutDue, DEADLINE, isDue, type Watch } from "./due.ts";
import type { OrderRun } from "./order-run.ts";

const UNFUNDED: readonly OrderStatus[] = ["ORDER_CREATED", "FUNDS_RESERVED", "ESCROW_CREATING", "ESCROW_FUNDING"];
const FIRST_RETRY_MS = 60_000;
const LAST_RETRY_MS = 15 * 60_000;

/** Closes the order unless it is funded in time. Where the chain cannot be asked about its contract, it is asked again. */
export async function cancelWhenUnfunded(run: OrderRun, watch: Watch): Promise<void> {
  const isUnfunded = () => UNFUNDED.includes(run.status);
  if (!(await isDue(run, watch, isUnfunded))) return;
  for (let tries = 0; isUnfunded(); tries += 1) {
    await carryOutDue(run, run.commands.perform({ name: "expire", caller: DEADLINE }, false));
    await condition(() => !isUnfunded(), Math.min(FIRST_RETRY_MS * 2 ** tries, LAST_RETRY_MS));
  }
}
