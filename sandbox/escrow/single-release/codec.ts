import type { xdr } from "@stellar/stellar-sdk";
import type { Generation } from "../generation.ts";
import {
  asFlags,
  asOffices,
  asTerms,
  FLAG_FIELDS,
  flagFields,
  OFFICE_FIELDS,
  officeFields,
  TERM_FIELDS,
  termFields,
} from "../terms-codec.ts";
import {
  address,
  asAddress,
  asBool,
  asI128,
  asString,
  asStruct,
  asVec,
  bool,
  i128,
  string,
  struct,
  vec,
} from "../values.ts";
import type { Escrow, Milestone, Roles } from "./escrow.ts";

const ESCROW_FIELDS = [...TERM_FIELDS, "amount", "flags", "milestones", "roles"] as const;

export const encodeEscrow = (escrow: Escrow, generation: Generation): xdr.ScVal =>
  struct({
    ...termFields(escrow, generation),
    amount: i128(escrow.amountStroops),
    flags: struct(flagFields(escrow.flags)),
    milestones: vec(escrow.milestones.map(encodeMilestone)),
    roles: struct({ ...officeFields(escrow.roles), receiver: address(escrow.roles.receiver) }),
  });

export function decodeEscrow(value: xdr.ScVal | undefined, generation: Generation): Escrow {
  const fields = asStruct(value, ESCROW_FIELDS);
  return {
    ...asTerms(fields, generation),
    roles: decodeRoles(fields.roles),
    amountStroops: asI128(fields.amount),
    milestones: asVec(fields.milestones).map(decodeMilestone),
    flags: asFlags(asStruct(fields.flags, FLAG_FIELDS)),
  };
}

const encodeMilestone = (milestone: Milestone): xdr.ScVal =>
  struct({
    approved: bool(milestone.approved),
    description: string(milestone.description),
    evidence: string(milestone.evidence),
    status: string(milestone.status),
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

function decodeRoles(value: xdr.ScVal): Roles {
  const fields = asStruct(value, [...OFFICE_FIELDS, "receiver"]);
  return { ...asOffices(fields), receiver: asAddress(fields.receiver) };
}
