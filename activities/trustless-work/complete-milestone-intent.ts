import { xdr } from "@stellar/stellar-sdk";
import { COMPLETED_ON_CONTRACT } from "../../domain/chain/intent.ts";
import type { IntentHandler } from "../stellar/intent-handler.ts";
import { reachedReceipt } from "../stellar/reached-receipt.ts";
import { text } from "../stellar/soroban-values.ts";
import { loadOpenEscrow, requireKnownCode } from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import { anAddress, anIndex, aText, exactly } from "./expected-call.ts";
import { isCompleted, milestoneOf } from "./milestone-of.ts";

const EVIDENCE = "";

/** The seller says that a milestone is done. */
export const completeMilestoneIntent = (deps: EscrowDeps): IntentHandler<"completeMilestone"> => ({
  source: async ({ order }) => (await deps.wallets.active(order.sellerId))[0].publicKey,
  async reached({ order, contractId, milestoneIndex }) {
    const agreed = await loadOpenEscrow(deps, order, contractId, milestoneIndex);
    return isCompleted(milestoneOf(agreed, milestoneIndex)) ? reachedReceipt(deps.stellar) : null;
  },
  async build({ order, contractId, milestoneIndex }) {
    const { parties, terms } = await loadOpenEscrow(deps, order, contractId, milestoneIndex);
    const { seller } = parties;
    await requireKnownCode(deps, contractId);
    return builtStep(deps, {
      order,
      expected: {
        source: seller,
        contractId,
        functionNames: ["change_milestone_status"],
        args: [
          anIndex("milestone_index", milestoneIndex),
          aText("new_status", COMPLETED_ON_CONTRACT),
          exactly("new_evidence", text(EVIDENCE), xdr.ScVal.scvVoid()),
          anAddress("service_provider", seller),
        ],
        allows: [],
      },
      build: () =>
        deps.trustless.changeMilestoneStatus(
          {
            contractId,
            milestoneIndex: milestoneIndex.toString(),
            newStatus: COMPLETED_ON_CONTRACT,
            newEvidence: EVIDENCE,
            serviceProvider: seller,
          },
          terms.type,
        ),
      booking: null,
    });
  },
});
