import { setHandler } from "@temporalio/workflow";
import type { DisputeTerms } from "../../domain/dispute/dispute-facts.ts";
import { allowedStates } from "../../domain/order/commands.ts";
import {
  type CompleteMilestone,
  cancelUpdate,
  completeMilestoneUpdate,
  createEscrowUpdate,
  fundEscrowUpdate,
  type OpenDispute,
  type OrderCommand,
  openDisputeUpdate,
  refundUpdate,
  releaseUpdate,
  reserveUpdate,
} from "../contracts/order.ts";
import { refusal } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";
import { milestoneRefOf, refuseUnlessOpenable, refuseUnlessPossible, unresolvedDispute } from "./possible.ts";

type PlainName = keyof typeof PLAIN_UPDATES;

const PLAIN_UPDATES = {
  reserve: reserveUpdate,
  cancel: cancelUpdate,
  createEscrow: createEscrowUpdate,
  fundEscrow: fundEscrowUpdate,
  release: releaseUpdate,
  refund: refundUpdate,
} as const;

/** A repeat of one of these joins the one under way; a second `reserve` waits and is refused, as clients expect. */
const JOINED: readonly PlainName[] = ["cancel", "createEscrow", "fundEscrow", "release", "refund"];

/** Every command is answered when it is final. Its validator only asks the table; the main loop asks again before acting. */
export function handleCommands(run: OrderRun): void {
  for (const [name, update] of Object.entries(PLAIN_UPDATES) as [PlainName, typeof reserveUpdate][]) {
    const handler = async (request: OrderCommand) => {
      if (run.isAchieved(name, milestoneRefOf({ ...request, name }))) return run.view();
      return run.commands.perform(toCarryOut(name, request), JOINED.includes(name));
    };
    setHandler(update, handler, {
      validator: (request: OrderCommand) => {
        const command = toCarryOut(name, request);
        if (name === "cancel") refuseWhileFunding(run);
        if (!run.commands.isUnderWay(command.key ?? name)) refuseUnlessPossible(run, command);
      },
    });
  }
  handleMilestones(run);
  handleDisputes(run);
}

/** Whether the money is in the contract is not known yet: told at once, as of every step that is under way. */
function refuseWhileFunding(run: OrderRun): void {
  if (!run.commands.isAnyUnderWay(["fundEscrow"])) return;
  const details = { currentState: run.status, allowedStates: allowedStates("cancel"), orderId: run.orderId };
  throw refusal("INVALID_STATE", details, "its funding is under way");
}

/** Commands about different milestones are different commands. */
function toCarryOut(
  name: PlainName,
  request: OrderCommand,
): OrderCommand & { readonly name: PlainName; readonly key?: string } {
  const { milestoneRef } = request;
  return milestoneRef === undefined ? { ...request, name } : { ...request, name, key: `${name}/${milestoneRef}` };
}

function handleMilestones(run: OrderRun): void {
  const handler = (request: CompleteMilestone) => {
    const key = `completeMilestone/${request.milestoneRef}`;
    return run.commands.perform({ ...request, name: "completeMilestone", key }, false);
  };
  setHandler(completeMilestoneUpdate, handler, {
    validator: (request) => refuseUnlessPossible(run, { ...request, name: "completeMilestone" }),
  });
}

/** The same disagreement told again is the same dispute, whether it is being opened or open; another one is told of it. */
function handleDisputes(run: OrderRun): void {
  const keyOf = ({ openedBy, disputeReason, milestoneRef }: OpenDispute) =>
    `openDispute/${openedBy}/${disputeReason}/${milestoneRef ?? ""}`;
  const handler = async (request: OpenDispute) => {
    const key = keyOf(request);
    const open = run.commands.isUnderWay(key) ? null : sameDispute(run, request); // one that is being opened may be dropped
    if (open) return { ...run.view(), disputeId: open.disputeId };
    return run.commands.perform({ ...request, name: "openDispute", key }, true);
  };
  setHandler(openDisputeUpdate, handler, {
    validator: (request) => {
      if (!sameDispute(run, request) && !run.commands.isUnderWay(keyOf(request))) refuseUnlessOpenable(run, request);
    },
  });
}

function sameDispute(run: OrderRun, { openedBy, disputeReason, milestoneRef }: OpenDispute): DisputeTerms | null {
  const open = unresolvedDispute(run, milestoneRef);
  return open?.openedBy === openedBy && open.reason === disputeReason ? open : null;
}
