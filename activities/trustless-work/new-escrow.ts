import { xdr } from "@stellar/stellar-sdk";
import type { EscrowRoles } from "../stellar/escrow-on-chain.ts";
import { toEscrowOnChain } from "../stellar/escrow-on-chain.ts";
import { address, bool, i128, sameValue, struct, text, UnexpectedValue, u32, vec } from "../stellar/soroban-values.ts";
import { escrowDifference } from "./escrow-differences.ts";
import type { EscrowTerms, MilestoneOfEscrow } from "./escrow-terms.ts";

/** They give every new milestone this status; an empty one could never be changed on the newer contract. */
const NEW_MILESTONE_STATUS = "pending";

/** Names what of a new escrow's first state is not as agreed; null when all of it is. */
export function newEscrowDifference(value: xdr.ScVal, terms: EscrowTerms): string | null {
  try {
    const difference = escrowDifference(toEscrowOnChain(value), terms);
    if (difference !== null) return difference;
  } catch (error) {
    if (error instanceof UnexpectedValue) return error.message;
    throw error;
  }
  // the two generations differ in the type of one field; flags, statuses and fields nobody knows are compared here
  return firstStates(terms).some((state) => sameValue(value, state)) ? null : "its first state";
}

function firstStates(terms: EscrowTerms): readonly xdr.ScVal[] {
  const [newer, older] = [xdr.ScVal.scvU32(0), i128(0n)];
  if (terms.type === "multi-release") return [newMultiEscrow(terms, newer, true), newMultiEscrow(terms, older, false)];
  return [newEscrow(terms, newer), newEscrow(terms, older)];
}

/** A new escrow as the contract's constructor takes it. */
export const newEscrow = (terms: EscrowTerms, receiverMemo: xdr.ScVal): xdr.ScVal =>
  struct({
    amount: i128(terms.amountStroops),
    description: text(terms.description),
    engagement_id: text(terms.engagementId),
    flags: struct({ disputed: bool(false), released: bool(false), resolved: bool(false) }),
    milestones: vec(terms.milestones.map(({ description }) => newMilestone(description))),
    platform_fee: u32(terms.platformFeeBps),
    receiver_memo: receiverMemo,
    roles: rolesValue(terms.roles),
    title: text(terms.title),
    trustline: struct({ address: address(terms.tokenContractId) }),
  });

const newMilestone = (description: string): xdr.ScVal =>
  struct({
    approved: bool(false),
    description: text(description),
    evidence: text(""),
    status: text(NEW_MILESTONE_STATUS),
  });

/** A new multi-release escrow: each milestone has an amount, and in the newer contract a receiver of its own. */
export const newMultiEscrow = (terms: EscrowTerms, receiverMemo: xdr.ScVal, hasReceivers: boolean): xdr.ScVal =>
  struct({
    description: text(terms.description),
    engagement_id: text(terms.engagementId),
    milestones: vec(terms.milestones.map((milestone) => newPaidMilestone(terms, milestone, hasReceivers))),
    platform_fee: u32(terms.platformFeeBps),
    receiver_memo: receiverMemo,
    roles: rolesValue(hasReceivers ? { ...terms.roles, receiver: null } : terms.roles),
    title: text(terms.title),
    trustline: struct({ address: address(terms.tokenContractId) }),
  });

const newPaidMilestone = (
  { roles }: EscrowTerms,
  { description, amountStroops }: MilestoneOfEscrow,
  hasReceiver: boolean,
): xdr.ScVal =>
  struct({
    amount: i128(amountStroops ?? 0n),
    description: text(description),
    evidence: text(""),
    flags: struct({
      approved: bool(false),
      disputed: bool(false),
      released: bool(false),
      resolved: bool(false),
    }),
    ...(hasReceiver && { receiver: address(roles.receiver) }),
    status: text(NEW_MILESTONE_STATUS),
  });

const rolesValue = (roles: EscrowRoles): xdr.ScVal =>
  struct({
    approver: address(roles.approver),
    dispute_resolver: address(roles.disputeResolver),
    platform_address: address(roles.platformAddress),
    ...(roles.receiver !== null && { receiver: address(roles.receiver) }),
    release_signer: address(roles.releaseSigner),
    service_provider: address(roles.serviceProvider),
  });
