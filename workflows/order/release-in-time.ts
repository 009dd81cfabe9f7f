import { condition } from "@temporalio/workflow";
import { isSettled } from "../../domain/milestone/states.ts";
import { isUnheard } from "../../domain/order/deadlines.ts";
import { carryOutDue, DEADLINE, deadlineOf, isDue, type Watch } from "./due.ts";
import type { OrderRun } from "./order-run.ts";

/** Asked for and not answered yet, each of these says that somebody does not just let time pass. */
const STOPS_THE_CLOCK = ["release", "refund", "openDispute"] as const;

/**
 * Releases the order when nobody has disagreed for the whole time. Whatever stopped the clock, the whole time begins anew when
 * it is over: what was asked in time is never overtaken by the release that it was asked against.
 */
export async function releaseWhenUndisputed(run: OrderRun, afterMs: number, remindMs: number): Promise<void> {
  const applies = () => isReleasable(run);
  for (let before: Watch | null = null; ; ) {
    await condition(() => run.isClosed() || applies());
    if (run.isClosed()) return;
    const watch: Watch = { action: "release", at: Date.now() + afterMs, remindMs };
    if (before) await tellOfRenewal(run, watch, before);
    before = watch;
    const isHeard = (await isDue(run, watch, applies)) && !isUnheard(watch.at, Date.now());
    if (!isHeard || !applies()) continue;
    await carryOutDue(
      run,
      run.commands.perform({ name: "release", caller: DEADLINE, reason: "nobody disputed in time" }, true),
    );
  }
}

/** Nothing is disputed, asked for, under way or still to be done, and something is left to be paid. */
function isReleasable({ status, milestones, commands }: OrderRun): boolean {
  const isLeft = milestones.length === 0 || !milestones.every(isSettled);
  const isDone = milestones.every((one) => one === "COMPLETED" || isSettled(one));
  return status === "IN_PROGRESS" && isLeft && isDone && !commands.isAnyUnderWay(STOPS_THE_CLOCK);
}

async function tellOfRenewal(run: OrderRun, watch: Watch, before: Watch): Promise<void> {
  const previousAt = deadlineOf(before).at;
  await run.record({ kind: "deadlineRenewed", order: run.terms(), ...deadlineOf(watch), previousAt }, DEADLINE);
}
