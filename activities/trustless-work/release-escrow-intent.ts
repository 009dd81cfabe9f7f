import { formatStroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import type { IntentHandler } from "../stellar/intent-handler.ts";
import { type AgreedEscrow, amountOf, loadOpenEscrow, requireKnownCode } from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import { anAddress, aPlainIndex } from "./expected-call.ts";
import { ofMilestone, placeIn } from "./milestone-of.ts";
import { payoutBooking } from "./payout-booking.ts";
import { requireBookable } from "./require-bookable.ts";

/**
 * The contract pays the seller and the fees. One that is released already is not "reached": the money moved in a
 * transaction that is not ours, and a person must say how it is booked.
 */
export const releaseEscrowIntent = (deps: EscrowDeps): IntentHandler<"releaseEscrow"> => ({
  source: async ({ order }) => (await deps.wallets.active(order.buyerId))[0].publicKey,
  async reached({ order, contractId, milestoneIndex }) {
    await loadOpenEscrow(deps, order, contractId, milestoneIndex);
    return null;
  },
  async build({ order, contractId, milestoneIndex }) {
    const agreed = await loadOpenEscrow(deps, order, contractId, milestoneIndex);
    const place = placeIn(agreed.terms, milestoneIndex);
    await requireKnownCode(deps, contractId);
    await requireReleasable(deps, agreed, contractId, place);
    const isWhole = place === undefined;
    await requireBookable(deps, { order, stroops: amountOf(agreed, milestoneIndex), isWhole });
    const { feeAddress } = deps.settings.trustless;
    const { buyer } = agreed.parties;
    return builtStep(deps, {
      order,
      expected: {
        source: buyer,
        contractId,
        functionNames: [isWhole ? "release_funds" : "release_milestone_funds"],
        // the public network's contract knows the fee wallet and is not told
        args: [
          anAddress("release_signer", buyer),
          { ...anAddress("trustless_work_address", feeAddress), optional: true },
          ...(isWhole ? [] : [aPlainIndex("milestone_index", place)]),
        ],
        allows: [],
      },
      build: () =>
        deps.trustless.release({ contractId, releaseSigner: buyer, ...ofMilestone(place) }, agreed.terms.type),
      booking: payoutBooking(deps, order, contractId, agreed.parties, {
        entryKind: "release",
        feeAddress,
        isWhole,
      }),
    });
  },
});

async function requireReleasable(
  { stellar }: EscrowDeps,
  agreed: AgreedEscrow,
  contractId: string,
  milestoneIndex: number | undefined,
): Promise<void> {
  const isAsked = (index: number) => milestoneIndex === undefined || index === milestoneIndex;
  const open = agreed.escrow.milestones.findIndex(({ approved }, index) => isAsked(index) && !approved);
  if (open >= 0) throw new StepFailure("STATE_UNEXPECTED", `milestone ${open} of ${contractId} is not approved`);
  const held = await stellar.contractUsdc(contractId);
  if (held >= amountOf(agreed, milestoneIndex)) return;
  throw new StepFailure("STATE_UNEXPECTED", `${contractId} holds ${formatStroops(held)} USDC, less than is to be paid`);
}
