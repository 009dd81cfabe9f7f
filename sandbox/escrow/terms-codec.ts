import type { xdr } from "@stellar/stellar-sdk";
import type { Generation } from "./generation.ts";
import type { Flags, Offices, Terms } from "./terms.ts";
import {
  address,
  asAddress,
  asBool,
  asI128,
  asString,
  asStruct,
  asU32,
  bool,
  i128,
  string,
  struct,
  UnexpectedValue,
  u32,
} from "./values.ts";

export const TERM_FIELDS = [
  "description",
  "engagement_id",
  "platform_fee",
  "receiver_memo",
  "title",
  "trustline",
] as const;

export const OFFICE_FIELDS = [
  "approver",
  "dispute_resolver",
  "platform_address",
  "release_signer",
  "service_provider",
] as const;

export const FLAG_FIELDS = ["disputed", "released", "resolved"] as const;

type Fields<Names extends readonly string[]> = Readonly<Record<Names[number], xdr.ScVal>>;

export const termFields = (terms: Terms, generation: Generation): Fields<typeof TERM_FIELDS> => ({
  description: string(terms.description),
  engagement_id: string(terms.engagementId),
  platform_fee: u32(terms.platformFeeBps),
  receiver_memo: generation === "G0" ? i128(terms.receiverMemo) : u32(Number(terms.receiverMemo)),
  title: string(terms.title),
  trustline: struct({ address: address(terms.tokenContractId) }),
});

export const asTerms = (fields: Fields<typeof TERM_FIELDS>, generation: Generation): Terms => ({
  engagementId: asString(fields.engagement_id),
  title: asString(fields.title),
  description: asString(fields.description),
  platformFeeBps: asU32(fields.platform_fee),
  tokenContractId: asAddress(asStruct(fields.trustline, ["address"]).address),
  receiverMemo: generation === "G0" ? asI128(fields.receiver_memo) : BigInt(asU32(fields.receiver_memo)),
});

export const officeFields = (roles: Offices): Fields<typeof OFFICE_FIELDS> => ({
  approver: address(roles.approver),
  dispute_resolver: address(roles.disputeResolver),
  platform_address: address(roles.platformAddress),
  release_signer: address(roles.releaseSigner),
  service_provider: address(roles.serviceProvider),
});

export const asOffices = (fields: Fields<typeof OFFICE_FIELDS>): Offices => ({
  approver: asAddress(fields.approver),
  serviceProvider: asAddress(fields.service_provider),
  platformAddress: asAddress(fields.platform_address),
  releaseSigner: asAddress(fields.release_signer),
  disputeResolver: asAddress(fields.dispute_resolver),
});

export const flagFields = (flags: Flags): Fields<typeof FLAG_FIELDS> => ({
  disputed: bool(flags.disputed),
  released: bool(flags.released),
  resolved: bool(flags.resolved),
});

export const asFlags = (fields: Fields<typeof FLAG_FIELDS>): Flags => ({
  disputed: asBool(fields.disputed),
  released: asBool(fields.released),
  resolved: asBool(fields.resolved),
});

/** The generation whose contract stored this escrow: they differ in the type of one field. */
export function generationOf(value: xdr.ScVal): Generation {
  const memo = fieldOf(value, "receiver_memo");
  if (memo?.type === "scvI128") return "G0";
  if (memo?.type === "scvU32") return "G1";
  throw new UnexpectedValue("receiver_memo is neither i128 nor u32");
}

export function fieldOf(value: xdr.ScVal, name: string): xdr.ScVal | null {
  const entries = value.type === "scvMap" ? (value.map ?? []) : [];
  return entries.find(({ key }) => key.type === "scvSymbol" && key.sym.toString() === name)?.val ?? null;
}
