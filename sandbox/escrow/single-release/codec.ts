import type { xdr } from "@stellar/stellar-sdk";
import type { Generation } from "../generation.ts";
import {
  address,
  asAddress,
  asBool,
  asI128,
  asString,
  asStruct,
  asU32,
  asVec,
  bool,
  i128,
  string,
  struct,
  UnexpectedValue,
  u32,
  vec,
} from "../values.ts";
import type { Escrow, Flags, Milestone, Roles } from "./escrow.ts";

const ESCROW_FIELDS = [
  "amount",
  "description",
  "engagement_id",
  "flags",
  "milestones",
  "platform_fee",
  "receiver_memo",
  "roles",
  "title",
  "trustline",
] as const;

export const encodeEscrow = (escrow: Escrow, generation: Generation): xdr.ScVal =>
  struct({
    amount: i128(escrow.amountStroops),
    description: string(escrow.description),
    engagement_id: string(escrow.engagementId),
    flags: struct({
      disputed: bool(escrow.flags.disputed),
      released: bool(escrow.flags.released),
      resolved: bool(escrow.flags.resolved),
    }),
    milestones: vec(escrow.milestones.map(encodeMilestone)),
    platform_fee: u32(escrow.platformFeeBps),
    receiver_memo: generation === "G0" ? i128(escrow.receiverMemo) : u32(Number(escrow.receiverMemo)),
    roles: encodeRoles(escrow.roles),
    title: string(escrow.title),
    trustline: struct({ address: address(escrow.tokenContractId) }),
  });

export function decodeEscrow(value: xdr.ScVal | undefined, generation: Generation): Escrow {
  const fields = asStruct(value, ESCROW_FIELDS);
  return {
    engagementId: asString(fields.engagement_id),
    title: asString(fields.title),
    description: asString(fields.description),
    roles: decodeRoles(fields.roles),
    amountStroops: asI128(fields.amount),
    platformFeeBps: asU32(fields.platform_fee),
    milestones: asVec(fields.milestones).map(decodeMilestone),
    flags: decodeFlags(fields.flags),
    tokenContractId: asAddress(asStruct(fields.trustline, ["address"]).address),
    receiverMemo: generation === "G0" ? asI128(fields.receiver_memo) : BigInt(asU32(fields.receiver_memo)),
  };
}

/** The generation whose contract stored this escrow: they differ in the type of one field. */
export function generationOf(value: xdr.ScVal): Generation {
  const { receiver_memo: memo } = asStruct(value, ESCROW_FIELDS);
  if (memo.type === "scvI128") return "G0";
  if (memo.type === "scvU32") return "G1";
  throw new UnexpectedValue("receiver_memo is neither i128 nor u32");
}

const encodeMilestone = (milestone: Milestone): xdr.ScVal =>
  struct({
    approved: bool(milestone.approved),
    description: string(milestone.description),
    evidence: string(milestone.evidence),
    status: string(milestone.status),
  });

const encodeRoles = (roles: Roles): xdr.ScVal =>
  struct({
    approver: address(roles.approver),
    dispute_resolver: address(roles.disputeResolver),
    platform_address: address(roles.platformAddress),
    receiver: address(roles.receiver),
    release_signer: address(roles.releaseSigner),
    service_provider: address(roles.serviceProvider),
  });

function decodeMilestone(value: xdr.ScVal): Milestone {
  const fields = asStruct(value, ["approved", "description", "evidence", "status"]);
  return {
    description: asString(fields.description),
    status: asString(fields.status),
    evidence: asString(fields.evidence),
    approved: asBool(fields.approved),
  };
}

function decodeFlags(value: xdr.ScVal): Flags {
  const fields = asStruct(value, ["disputed", "released", "resolved"]);
  return {
    disputed: asBool(fields.disputed),
    released: asBool(fields.released),
    resolved: asBool(fields.resolved),
  };
}

function decodeRoles(value: xdr.ScVal): Roles {
  const fields = asStruct(value, [
    "approver",
    "dispute_resolver",
    "platform_address",
    "receiver",
    "release_signer",
    "service_provider",
  ]);
  return {
    approver: asAddress(fields.approver),
    serviceProvider: asAddress(fields.service_provider),
    platformAddress: asAddress(fields.platform_address),
    releaseSigner: asAddress(fields.release_signer),
    disputeResolver: asAddress(fields.dispute_resolver),
    receiver: asAddress(fields.receiver),
  };
}
