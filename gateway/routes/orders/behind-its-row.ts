import { setTimeout as delay } from "node:timers/promises";
import { mayStart, type OrderCommandName } from "../../../domain/order/commands.ts";
import type { OrderRow } from "../../reads/orders.ts";
import { CommandRefused } from "../../temporal.ts";
import { situationOf } from "./situation-of.ts";

const PAUSE_MS = 100;
/** About five seconds in all: longer than a busy worker takes from one task to the next. */
const ATTEMPTS_MAX = 10;

/**
 * Asks a workflow that may be a moment behind its row: the end of a chain step is written down before the workflow hears of
 * it, so who has read the row knows more. A refusal that the row contradicts is asked about again; it left no trace.
 * @param row the order as it is stored now
 */
export async function onceItHasCaughtUp<Reply>(
  name: OrderCommandName,
  row: () => Promise<OrderRow>,
  ask: () => Promise<Reply>,
): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ATTEMPTS_MAX || !isRefusal(error) || !isBehind(name, error, await row())) throw error;
      await delay(PAUSE_MS * attempt);
    }
  }
}

const isRefusal = (error: unknown): error is CommandRefused =>
  error instanceof CommandRefused && error.code === "INVALID_STATE";

/** True when the row shows another state than the one that the workflow refused in, and the command fits the row. */
function isBehind(name: OrderCommandName, { details }: CommandRefused, row: OrderRow): boolean {
  const ref = details?.milestoneRef;
  if (ref === undefined) return mayStart(name, situationOf(row));
  return row.milestones.some((milestone) => milestone.ref === ref && milestone.status !== details?.currentState);
}
