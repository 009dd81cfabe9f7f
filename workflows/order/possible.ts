import type { OpenDispute } from "../contracts/order.ts";
import { refusal } from "../steps/step-failure.ts";
import type { OrderCommandToCarryOut, OrderRun } from "./order-run.ts";
import { type SettlingCommand, settleable } from "./settle-milestones.ts";

type Asked = Exclude<OrderCommandToCarryOut, { name: "ruled" | "beginDispute" | "expire" }>;

/** The milestone of a multi-release order that a release or refund is about. */
export const milestoneRefOf = (
  command: Pick<Asked, "name"> & { readonly milestoneRef?: string },
): string | undefined => (command.name === "release" || command.name === "refund" ? command.milestoneRef : undefined);

/** Asks the rules whether the command may begin now, or has had its effect. @throws ApplicationFailure the refusal */
export function refuseUnlessPossible(run: OrderRun, command: Asked): void {
  switch (command.name) {
    case "openDispute":
      refuseUnlessOpenable(run, command);
      break;
    case "completeMilestone":
      run.refuseUnlessLegal(command.name);
      run.refuseUnlessMilestone(run.milestoneIndex(command.milestoneRef), ["OPEN"]);
      break;
    case "release":
    case "refund":
      if (run.isMultiRelease()) refuseUnlessSettleable(run, command.name, command.milestoneRef);
      else run.refuseUnlessLegal(command.name);
      break;
    default:
      run.refuseUnlessLegal(command.name);
  }
}

function refuseUnlessSettleable(run: OrderRun, name: SettlingCommand, milestoneRef: string | undefined): void {
  if (run.isAchieved(name, milestoneRef)) return;
  run.refuseUnlessIn("IN_PROGRESS");
  settleable(run, name, milestoneRef);
}

/** @throws ApplicationFailure DISPUTE_ALREADY_OPEN, INVALID_STATE, MILESTONE_NOT_FOUND */
export function refuseUnlessOpenable(run: OrderRun, { milestoneRef }: Pick<OpenDispute, "milestoneRef">): void {
  const open = unresolvedDispute(run, milestoneRef);
  if (open) {
    const { disputeId } = open;
    throw refusal("DISPUTE_ALREADY_OPEN", { disputeId, orderId: run.orderId }, `${disputeId} is open`);
  }
  run.refuseUnlessLegal("openDispute");
  if (milestoneRef !== undefined) run.refuseUnlessMilestone(run.milestoneIndex(milestoneRef), ["OPEN", "COMPLETED"]);
}

/** The dispute that is open about the order, or about one of its milestones. */
export function unresolvedDispute(run: OrderRun, milestoneRef: string | undefined) {
  if (milestoneRef !== undefined) return run.milestoneDisputes.get(run.milestoneIndex(milestoneRef)) ?? null;
  return run.status === "DISPUTED" ? run.dispute : null;
}
