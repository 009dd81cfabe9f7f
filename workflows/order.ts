import { unreachable } from "../domain/unreachable.ts";
import type { OrderInput, OrderView } from "./contracts/order.ts";
import { cancel } from "./order/cancel.ts";
import { completeMilestone } from "./order/complete-milestone.ts";
import { createEscrow } from "./order/create-escrow.ts";
import { expire } from "./order/expire.ts";
import { fundEscrow } from "./order/fund-escrow.ts";
import { openDispute } from "./order/open-dispute.ts";
import { openOrder } from "./order/open-order.ts";
import type { OrderCommandToCarryOut, OrderRun } from "./order/order-run.ts";
import { begin } from "./order/owned-dispute.ts";
import { milestoneRefOf, refuseUnlessPossible } from "./order/possible.ts";
import { refund } from "./order/refund.ts";
import { release } from "./order/release.ts";
import { reserve } from "./order/reserve.ts";
import { ruled } from "./order/ruled.ts";
import { toTheEnd } from "./steps/to-the-end.ts";

/** One order: reserve, escrow, work, then release, refund or a ruling. Lives for weeks; in doubt it parks, it never guesses. */
export async function order(input: OrderInput): Promise<OrderView> {
  const { run, opening } = openOrder(input); // state and every handler, before the first await
  return toTheEnd(async () => {
    if (await opening.isOpened()) {
      while (!run.isClosed() || run.commands.isWaiting()) await run.commands.next((command) => carryOut(run, command));
    }
    return run.view();
  });
}

async function carryOut(run: OrderRun, command: OrderCommandToCarryOut): Promise<OrderView> {
  if (command.name === "ruled") return ruled(run, command.dispute, command.outcome);
  if (command.name === "beginDispute") {
    await begin(run.payment, command.owned);
    return run.view();
  }
  if (command.name === "expire") return expire(run, command);
  refuseUnlessPossible(run, command);
  if (!run.isAchieved(command.name, milestoneRefOf(command))) {
    switch (command.name) {
      case "reserve":
        await reserve(run, command);
        break;
      case "cancel":
        await cancel(run, command);
        break;
      case "createEscrow":
        await createEscrow(run, command);
        break;
      case "fundEscrow":
        await fundEscrow(run, command);
        break;
      case "release":
        await release(run, command);
        break;
      case "completeMilestone":
        await completeMilestone(run, command);
        break;
      case "refund":
        await refund(run, command);
        break;
      case "openDispute":
        await openDispute(run, command);
        break;
      default:
        unreachable(command);
    }
  }
  return run.view();
}
