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
import type { MilestoneFlags, MultiReleaseEscrow, MultiReleaseMilestone } from "./escrow.ts";

const ESCROW_FIELDS = [...TERM_FIELDS, "milestones", "roles"] as const;
const MILESTONE_FIELDS = ["amount", "description", "evidence", "flags", "status"] as const;

export const encodeMultiRelease = (escrow: MultiReleaseEscrow, generation: Generation): xdr.ScVal =>
  struct({
    ...termFields(escrow, generation),
    milestones: vec(escrow.milestones.map((milestone) => encodeMilestone(milestone, generation))),
    roles: struct({ ...officeFields(escrow.roles), ...sharedReceiverField(escrow, generation) }),
  });

export function decodeMultiRelease(value: xdr.ScVal | undefined, generation: Generation): MultiReleaseEscrow {
  const fields = asStruct(value, ESCROW_FIELDS);
  const milestones = asVec(fields.milestones);
  if (generation === "G1") {
    const roles = asOffices(asStruct(fields.roles, OFFICE_FIELDS));
    const own = milestones.map(decodeNewerMilestone);
    return { ...asTerms(fields, generation), roles, sharedReceiver: null, milestones: own };
  }
  const roles = asStruct(fields.roles, [...OFFICE_FIELDS, "receiver"]);
  const receiver = asAddress(roles.receiver);
  const shared = milestones.map((milestone) => ({ ...decodeOlderMilestone(milestone), receiver }));
  return { ...asTerms(fields, generation), roles: asOffices(roles), sharedReceiver: receiver, milestones: shared };
}

function sharedReceiverField({ sharedReceiver }: MultiReleaseEscrow, generation: Generation) {
  if (generation === "G1") return {};
  if (sharedReceiver === null) throw new RangeError("G0 needs one receiver for all milestones");
  return { receiver: address(sharedReceiver) };
}

const encodeMilestone = (milestone: MultiReleaseMilestone, generation: Generation): xdr.ScVal =>
  struct({
    amount: i128(milestone.amountStroops),
    description: string(milestone.description),
    evidence: string(milestone.evidence),
    flags: struct({ ...flagFields(milestone.flags), approved: bool(milestone.flags.approved) }),
    status: string(milestone.status),
    ...(generation === "G1" && { receiver: address(milestone.receiver) }),
  });

const decodeOlderMilestone = (value: xdr.ScVal) => decodeMilestone(asStruct(value, MILESTONE_FIELDS));

function decodeNewerMilestone(value: xdr.ScVal): MultiReleaseMilestone {
  const fields = asStruct(value, [...MILESTONE_FIELDS, "receiver"]);
  return { ...decodeMilestone(fields), receiver: asAddress(fields.receiver) };
}

const decodeMilestone = (fields: Readonly<Record<(typeof MILESTONE_FIELDS)[number], xdr.ScVal>>) => ({
  description: asString(fields.description),
  status: asString(fields.status),
  evidence: asString(fields.evidence),
  amountStroops: asI128(fields.amount),
  flags: decodeFlags(fields.flags),
});

function decodeFlags(value: xdr.ScVal): MilestoneFlags {
  const fields = asStruct(value, [...FLAG_FIELDS, "approved"]);
  return { ...asFlags(fields), approved: asBool(fields.approved) };
}
