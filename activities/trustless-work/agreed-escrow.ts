import type { OrderTerms } from "../../domain/chain/intent.ts";
import { StepFailure } from "../failures.ts";
import type { EscrowOnChain } from "../stellar/client.ts";
import type { EscrowFlags } from "../stellar/escrow-on-chain.ts";
import type { EscrowDeps } from "./escrow-deps.ts";
import { escrowDifference } from "./escrow-differences.ts";
import { type EscrowParties, type EscrowTerms, escrowTerms } from "./escrow-terms.ts";
import { milestoneOf } from "./milestone-of.ts";

export async function partiesOf({ wallets, provider }: EscrowDeps, order: OrderTerms): Promise<EscrowParties> {
  const funds = provider.escrowFunds(order);
  const [buyer, seller, feeReceiver, disputeResolver, funder, receiver, refundee] = await wallets.active(
    order.buyerId,
    order.sellerId,
    "platform/fee-receiver",
    "platform/dispute-resolver",
    funds.funder,
    funds.receiver,
    funds.refundee,
  );
  return {
    buyer: buyer.publicKey,
    seller: seller.publicKey,
    feeReceiver: feeReceiver.publicKey,
    disputeResolver: disputeResolver.publicKey,
    funder: funder.publicKey,
    receiver: receiver.publicKey,
    refundee: refundee.publicKey,
  };
}

export interface AgreedEscrow {
  readonly parties: EscrowParties;
  readonly terms: EscrowTerms;
  readonly escrow: EscrowOnChain;
}

/**
 * The contract as it stands on the chain, with every field as in the order.
 * @throws StepFailure ESCROW_NOT_AS_AGREED naming the field; STATE_UNEXPECTED when it is missing
 */
export async function loadAgreedEscrow(deps: EscrowDeps, order: OrderTerms, contractId: string): Promise<AgreedEscrow> {
  const parties = await partiesOf(deps, order);
  const terms = escrowTerms(order, parties, deps.settings);
  const escrow = await deps.stellar.escrow(contractId);
  if (!escrow) throw new StepFailure("STATE_UNEXPECTED", `there is no contract ${contractId}`);
  const difference = escrowDifference(escrow, terms);
  if (difference !== null) {
    throw new StepFailure("ESCROW_NOT_AS_AGREED", `${difference} of ${contractId} is not as in ${order.orderId}`);
  }
  return { parties, terms, escrow };
}

/** A contract says what its code wants, so the code must be one we know. @throws StepFailure ESCROW_NOT_AS_AGREED */
export async function requireKnownCode({ stellar, settings }: EscrowDeps, contractId: string): Promise<void> {
  const hash = await stellar.contractWasmHash(contractId);
  if (hash !== null && settings.trustless.wasmHashes.includes(hash)) return;
  throw new StepFailure("ESCROW_NOT_AS_AGREED", `the code of ${contractId} is not one of the known ones: ${hash}`);
}

/** What a step is about: the whole contract, or a milestone of a multi-release one. */
export const flagsOf = ({ escrow, terms }: AgreedEscrow, milestoneIndex: number | undefined): EscrowFlags => {
  if (milestoneIndex === undefined || escrow.type === "single-release") return escrow.flags;
  return milestoneOf({ escrow, terms }, milestoneIndex).flags;
};

/** @throws StepFailure STATE_UNEXPECTED when what the step is about was paid or is frozen */
export function requireOpen(agreed: AgreedEscrow, contractId: string, milestoneIndex?: number): AgreedEscrow {
  if (flagsOf(agreed, milestoneIndex).disputed) {
    throw new StepFailure("STATE_UNEXPECTED", `${contractId}${placeOf(milestoneIndex)} is already disputed`);
  }
  return requireUnpaid(agreed, contractId, milestoneIndex);
}

/** @throws StepFailure STATE_UNEXPECTED when what the step is about was paid; it may be frozen */
export function requireUnpaid(agreed: AgreedEscrow, contractId: string, milestoneIndex?: number): AgreedEscrow {
  const flags = flagsOf(agreed, milestoneIndex);
  const set = (["released", "resolved"] as const).find((flag) => flags[flag]);
  if (set) throw new StepFailure("STATE_UNEXPECTED", `${contractId}${placeOf(milestoneIndex)} is already ${set}`);
  return agreed;
}

const placeOf = (milestoneIndex: number | undefined): string =>
  milestoneIndex === undefined ? "" : ` milestone ${milestoneIndex}`;

/** The contract as agreed, and open. @throws StepFailure as above */
export const loadOpenEscrow = async (
  deps: EscrowDeps,
  order: OrderTerms,
  contractId: string,
  milestoneIndex?: number,
): Promise<AgreedEscrow> => requireOpen(await loadAgreedEscrow(deps, order, contractId), contractId, milestoneIndex);

/** What is paid for: all of the contract, or a milestone of a multi-release one. */
export const amountOf = ({ escrow, terms }: AgreedEscrow, place: number | undefined): bigint =>
  (place === undefined ? null : milestoneOf({ escrow, terms }, place).amountStroops) ?? terms.amountStroops;
