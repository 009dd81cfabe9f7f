import { setHandler } from "@temporalio/workflow";
import type { OrderCommandName } from "../../domain/order/commands.ts";
import {
  cancelUpdate,
  createEscrowUpdate,
  fundEscrowUpdate,
  type OrderCommand,
  releaseUpdate,
  reserveUpdate,
} from "../contracts/order.ts";
import type { OrderRun } from "./order-run.ts";

const UPDATES = {
  reserve: reserveUpdate,
  cancel: cancelUpdate,
  createEscrow: createEscrowUpdate,
  fundEscrow: fundEscrowUpdate,
  release: releaseUpdate,
} as const;

/** A repeat of one of these joins the one under way; a second `reserve` waits and is refused, as clients expect. */
const JOINED: readonly OrderCommandName[] = ["cancel", "createEscrow", "fundEscrow", "release"];

/** Every command is answered when it is final. Its validator only asks the table; the main loop asks again before acting. */
export function handleCommands(run: OrderRun): void {
  for (const [name, update] of Object.entries(UPDATES) as [OrderCommandName, typeof reserveUpdate][]) {
    const handler = async (request: OrderCommand) =>
      run.isAchieved(name) ? run.view() : run.commands.perform({ ...request, name }, JOINED.includes(name));
    setHandler(update, handler, {
      validator: (_request: OrderCommand) => {
        if (!run.commands.isUnderWay(name)) run.refuseUnlessLegal(name);
      },
    });
  }
}
