import { ApplicationFailure, condition } from "@temporalio/workflow";
import type { Deadline } from "../../domain/order/deadlines.ts";
import type { OrderRun } from "./order-run.ts";

/** Who asks for what a deadline does. */
export const DEADLINE = { keyId: "deadline", correlationId: "deadline" } as const;

export interface Watch {
  readonly action: Deadline["action"];
  /** Epoch milliseconds. */
  readonly at: number;
  /** How long before it everybody is reminded; 0 where nobody is. */
  readonly remindMs: number;
}

export const deadlineOf = ({ action, at }: Watch): Deadline => ({ action, at: new Date(at).toISOString() });

/**
 * Waits for the deadline, reminding before it, or at once where less time is left. False as soon as it does not apply any
 * more.
 */
export async function isDue(run: OrderRun, watch: Watch, applies: () => boolean): Promise<boolean> {
  const { at, remindMs } = watch;
  const isLifted = () => !applies();
  show(run, watch);
  const isOver = await passesWithin(at - remindMs, isLifted);
  if (!isOver && remindMs > 0 && at > Date.now()) {
    await run.record({ kind: "orderReminded", order: run.terms(), ...deadlineOf(watch) }, DEADLINE);
  }
  const isOverSince = isOver || (await passesWithin(at, isLifted));
  hide(run, watch);
  return !isOverSince;
}

function show(run: OrderRun, watch: Watch): void {
  run.payment.show({ deadline: deadlineOf(watch) });
}

/** The other deadline may be shown by now. */
function hide(run: OrderRun, { action }: Watch): void {
  if (run.payment.progress.deadline?.action === action) run.payment.show({ deadline: null });
}

/** True when it holds before that time. */
async function passesWithin(at: number, holds: () => boolean): Promise<boolean> {
  const leftMs = at - Date.now();
  return leftMs <= 0 ? holds() : condition(holds, leftMs);
}

/** A refusal means that somebody else was faster, or that operators see why it is stuck. */
export async function carryOutDue(run: OrderRun, command: Promise<unknown>): Promise<void> {
  try {
    await command;
  } catch (error) {
    if (!(error instanceof ApplicationFailure)) throw error;
    run.payment.show({ lastError: `the deadline's command was refused: ${error.message}` });
  }
}
