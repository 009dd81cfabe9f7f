import { type GrossShares, grossShares, type Ruling } from "../../domain/dispute/ruling.ts";
import { settlementOf } from "../../domain/fees/settlement.ts";
import { formatStroops } from "../../domain/money.ts";
import { StepFailure } from "../failures.ts";
import type { IntentHandler } from "../stellar/intent-handler.ts";
import {
  type AgreedEscrow,
  amountOf,
  flagsOf,
  loadAgreedEscrow,
  requireKnownCode,
  requireUnpaid,
} from "./agreed-escrow.ts";
import { builtStep } from "./built-step.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import type { EscrowParties } from "./escrow-terms.ts";
import { anAddress, aPlainIndex } from "./expected-call.ts";
import { ofMilestone, placeIn } from "./milestone-of.ts";
import { payoutBooking } from "./payout-booking.ts";
import { requireBookable } from "./require-bookable.ts";
import { aDistribution, type Shares, toWireShares } from "./shares.ts";

/**
 * The frozen contract pays all it holds, as it was decided, with the platform's resolver key. It is built on the balance of
 * this moment: when somebody sends the contract a stroop meanwhile, it fails without effect and is built again. One that is
 * resolved already is not "reached": that money moved in a transaction that is not ours.
 */
export const resolveEscrowIntent = (deps: EscrowDeps): IntentHandler<"resolveEscrow"> => ({
  source: async () => (await deps.wallets.active("platform/dispute-resolver"))[0].publicKey,
  async reached({ order, contractId, milestoneIndex }) {
    requireUnpaid(await loadAgreedEscrow(deps, order, contractId), contractId, milestoneIndex);
    return null;
  },
  async build({ order, contractId, ruling, milestoneIndex }) {
    const agreed = await loadAgreedEscrow(deps, order, contractId);
    if (!flagsOf(agreed, milestoneIndex).disputed)
      throw new StepFailure("STATE_UNEXPECTED", `${contractId} is not frozen`);
    await requireKnownCode(deps, contractId);
    const { parties } = agreed;
    const place = placeIn(agreed.terms, milestoneIndex);
    const payable = await payableNow(deps, agreed, contractId, place);
    const shares = distribution(parties, sharesOf(ruling, payable, contractId));
    const { disputeResolver } = parties;
    const { feeAddress } = deps.settings.trustless;
    const isWhole = place === undefined;
    await requireBookable(deps, { order, stroops: payable, isWhole });
    return builtStep(deps, {
      order,
      expected: {
        source: disputeResolver,
        contractId,
        functionNames: [isWhole ? "resolve_dispute" : "resolve_milestone_dispute"],
        args: [
          anAddress("dispute_resolver", disputeResolver),
          ...(isWhole ? [] : [aPlainIndex("milestone_index", place)]),
          // the public network's contract knows the fee wallet and is not told
          { ...anAddress("trustless_work_address", feeAddress), optional: true },
          aDistribution("distributions", shares),
        ],
        allows: [],
      },
      build: () =>
        deps.trustless.resolve(
          { contractId, disputeResolver, ...ofMilestone(place), distributions: toWireShares(shares) },
          agreed.terms.type,
        ),
      booking: payoutBooking(deps, order, contractId, parties, {
        entryKind: ENTRY_KIND[ruling.decision],
        feeAddress,
        isWhole,
        sellerStroops: settlementOf(ruling, payable, order.platformFeeBps).sellerStroops,
      }),
    });
  },
});

/** A single-release contract pays all that it holds; a milestone of the other type its own amount out of the common pot. */
async function payableNow(
  { stellar }: EscrowDeps,
  agreed: AgreedEscrow,
  contractId: string,
  milestoneIndex: number | undefined,
): Promise<bigint> {
  const held = await stellar.contractUsdc(contractId);
  if (milestoneIndex === undefined) return held;
  const amount = amountOf(agreed, milestoneIndex);
  if (held >= amount) return amount;
  throw new StepFailure("STATE_UNEXPECTED", `${contractId} holds ${formatStroops(held)} USDC, less than is to be paid`);
}

function sharesOf(ruling: Ruling, payable: bigint, contractId: string): GrossShares {
  try {
    return grossShares(ruling, payable);
  } catch (error) {
    const { message } = error as RangeError;
    throw new StepFailure("STATE_UNEXPECTED", `${message}: ${contractId} holds ${formatStroops(payable)} USDC`);
  }
}

/** One wallet may be paid for both; the contract takes each address once. */
function distribution({ receiver, refundee }: EscrowParties, { sellerStroops, buyerStroops }: GrossShares): Shares {
  if (receiver === refundee) return [[receiver, sellerStroops + buyerStroops]];
  const shares: Shares = [
    [receiver, sellerStroops],
    [refundee, buyerStroops],
  ];
  return shares.filter(([, stroops]) => stroops > 0n);
}

const ENTRY_KIND = { FULL_RELEASE: "release", FULL_REFUND: "refund", SPLIT: "split" } as const;
