import { setHandler } from "@temporalio/workflow";
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

const PLAIN_UPDATES = {
  reserve: reserveUpdate,
  cancel: cancelUpdate,
  createEscrow: createEscrowUpdate,
  fundEscrow: fundEscrowUpdate,
  release: releaseUpdate,
  refund: refundUpdate,
} as const;

/** A repeat of one of these joins the one under way; a second `reserve` waits and is refused, as clients expect. */
const JOINED: readonly (keyof typeof PLAIN_UPDATES)[] = ["cancel", "createEscrow", "fundEscrow", "release", "refund"];

/** Every command is answered when it is final. Its validator only asks the table; the main loop asks again before acting. */
export function handleCommands(run: OrderRun): void {
  for (const [name, update] of Object.entries(PLAIN_UPDATES) as [keyof typeof PLAIN_UPDATES, typeof reserveUpdate][]) {
    const handler = async (request: OrderCommand) =>
      run.isAchieved(name) ? run.view() : run.commands.perform({ ...request, name }, JOINED.includes(name));
    setHandler(update, handler, {
      validator: (_request: OrderCommand) => {
        if (!run.commands.isUnderWay(name)) run.refuseUnlessLegal(name);
      },
    });
  }
  handleMilestones(run);
  handleDisputes(run);
}

function handleMilestones(run: OrderRun): void {
  const handler = (request: CompleteMilestone) => {
    const key = `completeMilestone/${request.milestoneRef}`;
    return run.commands.perform({ ...request, name: "completeMilestone", key }, false);
  };
  setHandler(completeMilestoneUpdate, handler, {
    validator: ({ milestoneRef }) => {
      run.refuseUnlessLegal("completeMilestone");
      run.openMilestone(milestoneRef);
    },
  });
}

/** The same disagreement told again is the same dispute, whether it is being opened or open; another one is told of it. */
function handleDisputes(run: OrderRun): void {
  const keyOf = ({ openedBy, disputeReason }: OpenDispute) => `openDispute/${openedBy}/${disputeReason}`;
  const handler = async (request: OpenDispute) => {
    if (isOpenAlready(run, request)) return run.view();
    return run.commands.perform({ ...request, name: "openDispute", key: keyOf(request) }, true);
  };
  setHandler(openDisputeUpdate, handler, {
    validator: (request) => {
      if (!isOpenAlready(run, request) && !run.commands.isUnderWay(keyOf(request))) refuseUnlessOpenable(run);
    },
  });
}

const isOpenAlready = ({ status, dispute }: OrderRun, { openedBy, disputeReason }: OpenDispute): boolean =>
  status === "DISPUTED" && dispute?.openedBy === openedBy && dispute.reason === disputeReason;

/** @throws ApplicationFailure DISPUTE_ALREADY_OPEN, INVALID_STATE */
export function refuseUnlessOpenable(run: OrderRun): void {
  if (run.status === "DISPUTED" && run.dispute) {
    const { disputeId } = run.dispute;
    throw refusal("DISPUTE_ALREADY_OPEN", { disputeId, orderId: run.orderId }, `${disputeId} is open`);
  }
  run.refuseUnlessLegal("openDispute");
}
