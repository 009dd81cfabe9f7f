import { StepFailure } from "../failures.ts";
import type { IntentHandler } from "../stellar/intent-handler.ts";
import { reachedReceipt } from "../stellar/reached-receipt.ts";
import { loadOpenEscrow, requireKnownCode } from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import { anAddress, anIndex } from "./expected-call.ts";
import { isCompleted, milestoneOf } from "./milestone-of.ts";

/** The buyer accepts a milestone that the seller has completed. */
export const approveMilestoneIntent = (deps: EscrowDeps): IntentHandler<"approveMilestone"> => ({
  source: async ({ order }) => (await deps.wallets.active(order.buyerId))[0].publicKey,
  async reached({ order, contractId, milestoneIndex }) {
    const agreed = await loadOpenEscrow(deps, order, contractId, milestoneIndex);
    return milestoneOf(agreed, milestoneIndex).approved ? reachedReceipt(deps.stellar) : null;
  },
  async build({ order, contractId, milestoneIndex }) {
    const agreed = await loadOpenEscrow(deps, order, contractId, milestoneIndex);
    await requireKnownCode(deps, contractId);
    const { status, ...milestone } = milestoneOf(agreed, milestoneIndex);
    if (!isCompleted({ status, ...milestone })) {
      throw new StepFailure(
        "STATE_UNEXPECTED",
        `milestone ${milestoneIndex} of ${contractId} is not completed: ${status}`,
      );
    }
    const { buyer } = agreed.parties;
    return builtStep(deps, {
      order,
      expected: {
        source: buyer,
        contractId,
        functionNames: ["approve_milestone"],
        args: [anIndex("milestone_index", milestoneIndex), anAddress("approver", buyer)],
        allows: [],
      },
      build: () =>
        deps.trustless.approveMilestone(
          { contractId, milestoneIndex: milestoneIndex.toString(), approver: buyer },
          agreed.terms.type,
        ),
      booking: null,
    });
  },
});
