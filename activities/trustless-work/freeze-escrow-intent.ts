import { StepFailure } from "../failures.ts";
import type { IntentHandler } from "../stellar/intent-handler.ts";
import { reachedReceipt } from "../stellar/reached-receipt.ts";
import { flagsOf, loadAgreedEscrow, requireKnownCode, requireUnpaid } from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import { anAddress, anIndex } from "./expected-call.ts";
import { ofMilestone, placeIn } from "./milestone-of.ts";

/** A party disputes the contract: from then on it pays only as the resolver decides. */
export const freezeEscrowIntent = (deps: EscrowDeps): IntentHandler<"freezeEscrow"> => ({
  source: async ({ order, by }) =>
    (await deps.wallets.active(by === "BUYER" ? order.buyerId : order.sellerId))[0].publicKey,
  async reached({ order, contractId, milestoneIndex }) {
    const agreed = await loadAgreedEscrow(deps, order, contractId);
    requireUnpaid(agreed, contractId, milestoneIndex);
    return flagsOf(agreed, milestoneIndex).disputed ? reachedReceipt(deps.stellar) : null;
  },
  async build({ order, contractId, by, milestoneIndex }) {
    const { parties, terms } = await loadAgreedEscrow(deps, order, contractId);
    const place = placeIn(terms, milestoneIndex);
    await requireKnownCode(deps, contractId);
    await requireMoney(deps, contractId);
    const signer = by === "BUYER" ? parties.buyer : parties.seller;
    return builtStep(deps, {
      order,
      expected: {
        source: signer,
        contractId,
        functionNames: [place === undefined ? "dispute_escrow" : "dispute_milestone"],
        args: [...(place === undefined ? [] : [anIndex("milestone_index", place)]), anAddress("signer", signer)],
        allows: [],
      },
      build: () => deps.trustless.dispute({ contractId, signer, ...ofMilestone(place) }, terms.type),
      booking: null,
    });
  },
});

/** A frozen contract without money could never be resolved. */
async function requireMoney({ stellar }: EscrowDeps, contractId: string): Promise<void> {
  if ((await stellar.contractUsdc(contractId)) > 0n) return;
  throw new StepFailure("STATE_UNEXPECTED", `${contractId} holds nothing that could be disputed`);
}
