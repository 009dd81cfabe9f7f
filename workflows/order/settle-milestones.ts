import { type ChainIntent, milestoneAt } from "../../domain/chain/intent.ts";
import { isSettled, type MilestoneStatus } from "../../domain/milestone/states.ts";
import type { OrderFact } from "../../domain/order/order-facts.ts";
import type { Caller } from "../contracts/operating.ts";
import type { OrderCommand } from "../contracts/order.ts";
import { chainStep } from "../steps/chain-step.ts";
import { providerError, refusal, StepRefused } from "../steps/step-failure.ts";
import { freeze } from "./freeze.ts";
import type { OrderRun } from "./order-run.ts";

export type SettlingCommand = "release" | "refund";

/** From where each may begin. A refund that was stopped after the milestone was frozen can only go on. */
const MAY_SETTLE: Record<SettlingCommand, readonly MilestoneStatus[]> = {
  release: ["COMPLETED"],
  refund: ["OPEN", "COMPLETED", "REFUND_REQUESTED"],
};

/** Pays for one milestone of a multi-release order, or for all that are not settled; the last one closes the order. */
export async function settleMilestones(run: OrderRun, name: SettlingCommand, command: OrderCommand): Promise<void> {
  for (const index of settleable(run, name, command.milestoneRef)) {
    if (name === "release") await releaseMilestone(run, index, command);
    else await refundMilestone(run, index, command);
  }
  await closeWhenSettled(run, command.caller);
}

/** The milestones that the command is about. @throws ApplicationFailure INVALID_STATE, MILESTONE_NOT_FOUND */
export function settleable(run: OrderRun, name: SettlingCommand, milestoneRef: string | undefined): number[] {
  const every = run.milestones.map((_status, index) => index);
  const wanted = milestoneRef === undefined ? every : [run.milestoneIndex(milestoneRef)];
  const unsettled = wanted.filter((index) => !isSettled(run.milestones[index] ?? "OPEN"));
  for (const index of milestoneRef === undefined ? unsettled : wanted) {
    run.refuseUnlessMilestone(index, MAY_SETTLE[name]);
  }
  return unsettled;
}

async function releaseMilestone(run: OrderRun, index: number, command: OrderCommand): Promise<void> {
  const { caller } = command;
  const order = run.terms();
  const milestone = { order, contractId: run.requireContract(), milestoneIndex: index };
  const settling = await begin(run, index, "RELEASE_REQUESTED", command);
  try {
    await chainStep(run.payment, {
      name: `approve/${index}`,
      intent: { kind: "approveMilestone", ...milestone },
      fact: { kind: "milestoneApproved", order, milestoneIndex: index },
      caller,
      onRefusal: "park",
    });
    await chainStep(run.payment, {
      name: `release/${index}`,
      intent: { kind: "releaseEscrow", ...milestone },
      fact: { kind: "milestoneReleased", order, milestoneIndex: index },
      caller,
      onRefusal: "park",
    });
    run.milestones[index] = "RELEASED";
  } catch (error) {
    await giveUp(run, settling, caller, error);
  }
}

async function refundMilestone(run: OrderRun, index: number, command: OrderCommand): Promise<void> {
  const { caller } = command;
  const order = run.terms();
  const intent: ChainIntent = {
    kind: "resolveEscrow",
    order,
    contractId: run.requireContract(),
    ruling: { decision: "FULL_REFUND" },
    milestoneIndex: index,
  };
  if (run.milestones[index] !== "REFUND_REQUESTED") {
    const settling = await begin(run, index, "REFUND_REQUESTED", command);
    const frozen = freeze(run, { by: "BUYER", caller, milestoneIndex: index });
    await frozen.catch((error: unknown) => giveUp(run, settling, caller, error));
  }
  try {
    await chainStep(run.payment, {
      name: `refund/${index}`,
      intent,
      fact: { kind: "milestoneRefunded", order, milestoneIndex: index },
      caller,
      onRefusal: "rebuild",
    });
    run.milestones[index] = "REFUNDED";
  } catch (error) {
    throw stillFrozen(run, index, error);
  }
}

type Settling = Omit<Extract<OrderFact, { kind: "milestoneSettling" }>, "kind">;

async function begin(
  run: OrderRun,
  milestoneIndex: number,
  to: Settling["to"],
  { caller, reason }: OrderCommand,
): Promise<Settling> {
  const from = run.milestones[milestoneIndex] === "COMPLETED" ? "COMPLETED" : "OPEN";
  const requested = { requestedBy: caller.keyId, reason: reason ?? null };
  const settling = { order: run.terms(), milestoneIndex, from, to, ...requested } as const;
  await run.record({ kind: "milestoneSettling", ...settling }, caller);
  run.milestones[milestoneIndex] = to;
  return settling;
}

/** Nothing was paid and nothing is in flight: the milestone is where it was, and the command fails. */
async function giveUp(run: OrderRun, settling: Settling, caller: Caller, error: unknown): Promise<never> {
  if (!(error instanceof StepRefused)) throw error;
  await run.record({ kind: "milestoneSettlingAbandoned", ...settling }, caller);
  run.milestones[settling.milestoneIndex] = settling.from;
  throw providerError(error);
}

/** The freeze has had its effect, so this is no failure that may be repeated blindly: the milestone says where it stands. */
function stillFrozen(run: OrderRun, index: number, error: unknown): Error {
  if (!(error instanceof StepRefused)) throw error;
  const { ref } = milestoneAt(run.terms(), index);
  const details = {
    currentState: run.milestones[index],
    milestoneRef: ref,
    orderId: run.orderId,
    reason: error.problem,
  };
  return refusal("INVALID_STATE", details, `frozen, not paid yet: ${error.message}`);
}

/** Once every milestone is paid the rest of the contract goes to the buyer, and the order is over. */
export async function closeWhenSettled(run: OrderRun, caller: Caller): Promise<void> {
  if (!run.milestones.every(isSettled)) return;
  const order = run.terms();
  await withdrawRest(run, caller);
  const outcome = outcomeOf(run.milestones);
  await run.record({ kind: "milestonesSettled", order, outcome, settledAt: new Date().toISOString() }, caller);
  run.close(outcome);
}

/** A rest that the contract does not give out is only what strangers sent: the order does not wait for it. */
async function withdrawRest(run: OrderRun, caller: Caller): Promise<void> {
  const order = run.terms();
  try {
    await chainStep(run.payment, {
      name: "withdraw-rest",
      intent: { kind: "withdrawRest", order, contractId: run.requireContract() },
      fact: { kind: "restWithdrawn", order },
      caller,
      onRefusal: "throw",
    });
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error;
    run.payment.show({ lastError: `the rest stays in the contract: ${error.message}` });
  }
}

function outcomeOf(milestones: readonly MilestoneStatus[]): "RELEASED" | "REFUNDED" | "SPLIT" {
  const [first] = milestones;
  const isOneKind = milestones.every((status) => status === first);
  return isOneKind && (first === "RELEASED" || first === "REFUNDED") ? first : "SPLIT";
}
