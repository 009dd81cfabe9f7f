import { StepFailure } from "../failures.ts";
import type { IntentHandler } from "../stellar/intent-handler.ts";
import { reachedReceipt } from "../stellar/reached-receipt.ts";
import { loadAgreedEscrow, requireKnownCode } from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import { anAddress } from "./expected-call.ts";
import { isSettledOnContract } from "./milestone-of.ts";
import { payoutBooking } from "./payout-booking.ts";
import { requireBookable } from "./require-bookable.ts";
import { aDistribution, type Shares, toWireShares } from "./shares.ts";

/**
 * Everything that is left in a multi-release contract whose milestones are paid goes to the buyer: it is what strangers sent.
 * An empty contract needs no transaction.
 */
export const withdrawRestIntent = (deps: EscrowDeps): IntentHandler<"withdrawRest"> => ({
  source: async () => (await deps.wallets.active("platform/dispute-resolver"))[0].publicKey,
  reached: async ({ contractId }) =>
    (await deps.stellar.mostContractUsdc(contractId)) === 0n ? reachedReceipt(deps.stellar) : null,
  async build({ order, contractId }) {
    const { parties, terms, escrow } = await loadAgreedEscrow(deps, order, contractId);
    await requireKnownCode(deps, contractId);
    const open = escrow.milestones.findIndex((milestone) => !isSettledOnContract(milestone));
    if (open >= 0) throw new StepFailure("STATE_UNEXPECTED", `milestone ${open} of ${contractId} is not paid`);
    const { refundee, disputeResolver } = parties;
    const { feeAddress } = deps.settings.trustless;
    const held = await deps.stellar.contractUsdc(contractId);
    await requireBookable(deps, { order, stroops: held, isWhole: true });
    const shares: Shares = [[refundee, held]];
    return builtStep(deps, {
      order,
      expected: {
        source: disputeResolver,
        contractId,
        functionNames: ["withdraw_remaining_funds"],
        args: [
          anAddress("dispute_resolver", disputeResolver),
          { ...anAddress("trustless_work_address", feeAddress), optional: true },
          aDistribution("distributions", shares),
        ],
        allows: [],
      },
      build: () =>
        deps.trustless.withdrawRest({ contractId, disputeResolver, distributions: toWireShares(shares) }, terms.type),
      booking: payoutBooking(deps, order, contractId, parties, { entryKind: "refund", feeAddress, isWhole: true }),
    });
  },
});
