import type { OrderInput } from "../contracts/order.ts";
import type { Opening } from "../steps/opening.ts";
import { handleCommands } from "./order-commands.ts";
import { handleCreation } from "./order-opening.ts";
import { OrderRun } from "./order-run.ts";
import { handlePreviews } from "./preview.ts";

/** State and every handler of an order; call it before the first await. */
export function openOrder({ orderId }: OrderInput): { readonly run: OrderRun; readonly opening: Opening } {
  const run = new OrderRun(orderId);
  const opening = handleCreation(run);
  handleCommands(run);
  handlePreviews(run);
  return { run, opening };
}
