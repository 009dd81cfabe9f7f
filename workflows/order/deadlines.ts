import { ApplicationFailure, condition } from "@temporalio/workflow";
import { isSettled } from "../../domain/milestone/states.ts";
import type { Deadlines } from "../../domain/order/deadlines.ts";
import type { OrderStatus } from "../../domain/order/states.ts";
import type { OrderRun } from "./order-run.ts";

const UNFUNDED: readonly OrderStatus[] = ["ORDER_CREATED", "FUNDS_RESERVED", "ESCROW_CREATING", "ESCROW_FUNDING"];
const CALLER = { keyId: "deadline", correlationId: "deadline" } as const;

/** Watches the deadlines an order was created with. Each ends in a command of its own, so that it waits its turn. */
export function watchDeadlines(run: OrderRun, deadlines: Deadlines): void {
  const { cancelUnfundedAfterSeconds, releaseAfterSeconds, remindBeforeSeconds } = deadlines;
  const remindMs = remindBeforeSeconds === null ? null : remindBeforeSeconds * 1000;
  if (cancelUnfundedAfterSeconds !== null) {
    const watch = { action: "cancel", at: Date.now() + cancelUnfundedAfterSeconds * 1000, remindMs } as const;
    cancelWhenUnfunded(run, watch).catch(failWorkflowTask);
  }
  if (releaseAfterSeconds !== null)
    releaseWhenCompleted(run, releaseAfterSeconds * 1000, remindMs).catch(failWorkflowTask);
}

interface Watch {
  readonly action: "cancel" | "release";
  /** Epoch milliseconds. */
  readonly at: number;
  readonly remindMs: number | null;
}

async function cancelWhenUnfunded(run: OrderRun, watch: Watch): Promise<void> {
  if (!(await isDue(run, watch, () => UNFUNDED.includes(run.status)))) return;
  await carryOut(run, () => run.commands.perform({ name: "expire", caller: CALLER }, false));
}

async function releaseWhenCompleted(run: OrderRun, afterMs: number, remindMs: number | null): Promise<void> {
  await condition(() => run.isClosed() || run.completedAt !== null);
  while (!run.isClosed()) {
    const watch: Watch = { action: "release", at: (run.completedAt ?? 0) + afterMs, remindMs };
    if (await isDue(run, watch, () => isReleasable(run))) {
      const reason = "every milestone was completed and nobody disputed in time";
      return carryOut(run, () => run.commands.perform({ name: "release", caller: CALLER, reason }, true));
    }
    await condition(() => run.isClosed() || isReleasable(run)); // a dispute was dropped or ruled, a release gave up
  }
}

/** Nothing is disputed, under way or still to be done; of a multi-release order that is said milestone by milestone. */
function isReleasable({ status, milestones }: OrderRun): boolean {
  return status === "IN_PROGRESS" && milestones.every((one) => one === "COMPLETED" || isSettled(one));
}

/** Waits for the deadline, reminding before it. False as soon as it does not apply any more. */
async function isDue(run: OrderRun, { action, at, remindMs }: Watch, applies: () => boolean): Promise<boolean> {
  const deadline = { action, at: new Date(at).toISOString() };
  run.payment.show({ deadline });
  const isOver = await passesWithin(at - (remindMs ?? 0), () => !applies());
  if (!isOver && remindMs !== null && at > Date.now()) {
    await run.record({ kind: "orderReminded", order: run.terms(), ...deadline }, CALLER);
  }
  const isLifted = isOver || (await passesWithin(at, () => !applies()));
  run.payment.show({ deadline: null });
  return !isLifted;
}

/** True when it holds before that time. */
async function passesWithin(at: number, holds: () => boolean): Promise<boolean> {
  const leftMs = at - Date.now();
  return leftMs <= 0 ? holds() : condition(holds, leftMs);
}

/** A refusal means that somebody else was faster, or that operators see why it is stuck. */
async function carryOut(run: OrderRun, command: () => Promise<unknown>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof ApplicationFailure)) throw error;
    run.payment.show({ lastError: `the deadline's command was refused: ${error.message}` });
  }
}

/** A bug: the workflow task stands still until it is mended, as everywhere else. */
function failWorkflowTask(error: unknown): never {
  throw error;
}
