import type { xdr } from "@stellar/stellar-sdk";
import { readAddress, readBool, readInteger, readStruct, readText, readU32, readVec } from "./soroban-values.ts";

/** A single-release escrow as its contract stores it. */
export interface EscrowOnChain {
  readonly engagementId: string;
  readonly title: string;
  readonly description: string;
  readonly roles: EscrowRoles;
  readonly amountStroops: bigint;
  readonly platformFeeBps: number;
  readonly milestones: readonly MilestoneOnChain[];
  readonly flags: { readonly disputed: boolean; readonly released: boolean; readonly resolved: boolean };
  readonly tokenContractId: string;
  readonly receiverMemo: bigint;
  /** Exactly as the contract answered, for calls that must repeat it. */
  readonly value: xdr.ScVal;
}

export interface EscrowRoles {
  readonly approver: string;
  readonly serviceProvider: string;
  readonly platformAddress: string;
  readonly releaseSigner: string;
  readonly disputeResolver: string;
  readonly receiver: string;
}

export interface MilestoneOnChain {
  readonly description: string;
  readonly status: string;
  readonly evidence: string;
  readonly approved: boolean;
}

/** Reads what `get_escrow` answers. @throws UnexpectedValue when it is no single-release escrow */
export function toEscrowOnChain(value: xdr.ScVal): EscrowOnChain {
  const fields = readStruct(value);
  const flags = readStruct(fields.flags);
  return {
    engagementId: readText(fields.engagement_id),
    title: readText(fields.title),
    description: readText(fields.description),
    roles: toRoles(fields.roles),
    amountStroops: readInteger(fields.amount),
    platformFeeBps: readU32(fields.platform_fee),
    milestones: readVec(fields.milestones).map(toMilestone),
    flags: {
      disputed: readBool(flags.disputed),
      released: readBool(flags.released),
      resolved: readBool(flags.resolved),
    },
    tokenContractId: readAddress(readStruct(fields.trustline).address),
    receiverMemo: readInteger(fields.receiver_memo),
    value,
  };
}

function toRoles(value: xdr.ScVal | undefined): EscrowRoles {
  const roles = readStruct(value);
  return {
    approver: readAddress(roles.approver),
    serviceProvider: readAddress(roles.service_provider),
    platformAddress: readAddress(roles.platform_address),
    releaseSigner: readAddress(roles.release_signer),
    disputeResolver: readAddress(roles.dispute_resolver),
    receiver: readAddress(roles.receiver),
  };
}

function toMilestone(value: xdr.ScVal): MilestoneOnChain {
  const fields = readStruct(value);
  return {
    description: readText(fields.description),
    status: readText(fields.status),
    evidence: readText(fields.evidence),
    approved: readBool(fields.approved),
  };
}
