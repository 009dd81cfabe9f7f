import type { xdr } from "@stellar/stellar-sdk";
import { readAddress, readBool, readInteger, readStruct, readText, readU32, readVec } from "./soroban-values.ts";

/**
 * An escrow as its contract stores it. One of multi-release has no amount and no flags of its own: its amount here is the sum
 * of its milestones', and nothing is set in its flags.
 */
export interface EscrowOnChain {
  readonly type: "single-release" | "multi-release";
  readonly engagementId: string;
  readonly title: string;
  readonly description: string;
  readonly roles: EscrowRoles;
  readonly amountStroops: bigint;
  readonly platformFeeBps: number;
  readonly milestones: readonly MilestoneOnChain[];
  readonly flags: EscrowFlags;
  readonly tokenContractId: string;
  readonly receiverMemo: bigint;
  /** Exactly as the contract answered, for calls that must repeat it. */
  readonly value: xdr.ScVal;
}

export interface EscrowFlags {
  readonly disputed: boolean;
  readonly released: boolean;
  readonly resolved: boolean;
}

export interface EscrowRoles {
  readonly approver: string;
  readonly serviceProvider: string;
  readonly platformAddress: string;
  readonly releaseSigner: string;
  readonly disputeResolver: string;
  /** null in the newer multi-release contract, whose milestones have one each. */
  readonly receiver: string | null;
}

export interface MilestoneOnChain {
  readonly description: string;
  readonly status: string;
  readonly evidence: string;
  readonly approved: boolean;
  /** Of a multi-release escrow; null in a single-release one. */
  readonly amountStroops: bigint | null;
  readonly receiver: string | null;
  readonly flags: EscrowFlags;
}

const NOTHING_SET: EscrowFlags = { disputed: false, released: false, resolved: false };

/** Reads what `get_escrow` answers. @throws UnexpectedValue when it is no escrow */
export function toEscrowOnChain(value: xdr.ScVal): EscrowOnChain {
  const fields = readStruct(value);
  const isSingle = fields.amount !== undefined;
  const roles = toRoles(fields.roles);
  const milestones = readVec(fields.milestones).map(isSingle ? toMilestone : toMultiMilestone);
  return {
    type: isSingle ? "single-release" : "multi-release",
    engagementId: readText(fields.engagement_id),
    title: readText(fields.title),
    description: readText(fields.description),
    roles,
    amountStroops: isSingle ? readInteger(fields.amount) : sum(milestones),
    platformFeeBps: readU32(fields.platform_fee),
    milestones,
    flags: isSingle ? toFlags(fields.flags) : NOTHING_SET,
    tokenContractId: readAddress(readStruct(fields.trustline).address),
    receiverMemo: readInteger(fields.receiver_memo),
    value,
  };
}

const sum = (milestones: readonly MilestoneOnChain[]): bigint =>
  milestones.reduce((total, { amountStroops }) => total + (amountStroops ?? 0n), 0n);

function toFlags(value: xdr.ScVal | undefined): EscrowFlags {
  const flags = readStruct(value);
  return {
    disputed: readBool(flags.disputed),
    released: readBool(flags.released),
    resolved: readBool(flags.resolved),
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
    receiver: roles.receiver === undefined ? null : readAddress(roles.receiver),
  };
}

function toMilestone(value: xdr.ScVal): MilestoneOnChain {
  const fields = readStruct(value);
  return {
    ...said(fields),
    approved: readBool(fields.approved),
    amountStroops: null,
    receiver: null,
    flags: NOTHING_SET,
  };
}

function toMultiMilestone(value: xdr.ScVal): MilestoneOnChain {
  const fields = readStruct(value);
  return {
    ...said(fields),
    approved: readBool(readStruct(fields.flags).approved),
    amountStroops: readInteger(fields.amount),
    receiver: fields.receiver === undefined ? null : readAddress(fields.receiver),
    flags: toFlags(fields.flags),
  };
}

const said = (fields: Readonly<Record<string, xdr.ScVal | undefined>>) => ({
  description: readText(fields.description),
  status: readText(fields.status),
  evidence: readText(fields.evidence),
});
