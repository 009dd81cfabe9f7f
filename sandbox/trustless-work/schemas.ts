import { StrKey } from "@stellar/stellar-sdk";
import { z } from "zod";
import { bpsOf, stroopsOf } from "./numbers.ts";

const MAXIMUM_MILESTONES = 50;

const isAddress = (text: string): boolean => StrKey.isValidEd25519PublicKey(text) || StrKey.isValidContract(text);

export const AccountId = z.string().refine(StrKey.isValidEd25519PublicKey, "must be a valid Stellar account (G...)");
export const ContractId = z.string().refine(StrKey.isValidContract, "must be a valid contract id (C...)");
const AnyAddress = z.string().refine(isAddress, "must be a valid Stellar address");

/** A JSON number in human units; stroops from here on. */
export const Amount = z.number().transform((amount, context) => {
  const stroops = stroopsOf(amount);
  if (stroops !== null && stroops > 0n) return stroops;
  const message = stroops === null ? "Amount must have at most 7 decimals" : "Amount must be greater than zero";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** Percent in requests, basis points from here on. The cap is the contract's business. */
const PlatformFee = z
  .number()
  .min(0)
  .transform((percent, context) => {
    const bps = bpsOf(percent);
    if (bps !== null && bps <= 0xffff_ffff) return bps;
    context.addIssue({ code: "custom", message: "must be a percentage with at most 2 decimals" });
    return z.NEVER;
  });

/** A string, unlike every other number here. */
export const MilestoneIndex = z
  .string()
  .regex(/^\d{1,38}$/, "must be a numeric string")
  .transform(BigInt);

const offices = {
  approver: AnyAddress,
  serviceProvider: AnyAddress,
  platformAddress: AnyAddress,
  releaseSigner: AnyAddress,
  disputeResolver: AnyAddress,
};
const Roles = z.object({ ...offices, receiver: AnyAddress });

/** What integrators put on top of a multi-release escrow, where it belongs into the milestones. */
const belongsToMilestones = z.undefined("belongs into each milestone of a multi-release escrow").optional();

/** The issuer and the asset's code; older documents have the token contract's address instead. */
const Trustline = z
  .object({ address: AnyAddress, symbol: z.string().min(1).max(12).optional() })
  .refine(({ address, symbol }) => symbol !== undefined || StrKey.isValidContract(address), {
    path: ["symbol"],
    message: "is required with an issuer's address",
  });

const terms = {
  engagementId: z.string().min(1).max(100),
  title: z.string().min(1).max(100),
  description: z.string().min(1).max(500),
  platformFee: PlatformFee,
  trustline: Trustline,
  receiverMemo: z.number().int().min(0).max(0xffff_ffff).default(0),
};

const properties = { ...terms, roles: Roles, amount: Amount };

const multiReleaseProperties = {
  ...terms,
  roles: z.object({ ...offices, receiver: belongsToMilestones }),
  amount: belongsToMilestones,
};

const paidMilestone = { description: z.string().min(1), amount: Amount, receiver: AnyAddress };

const milestones = <Milestone extends z.ZodType>(milestone: Milestone) =>
  z
    .array(milestone)
    .min(1, "at least one milestone must be defined")
    .max(MAXIMUM_MILESTONES, "Cannot define more than 50 milestones in an escrow");

export const DeployBody = z.object({
  ...properties,
  signer: AccountId,
  milestones: milestones(z.object({ description: z.string().min(1) })),
});

export const MultiReleaseDeployBody = z.object({
  ...multiReleaseProperties,
  signer: AccountId,
  milestones: milestones(z.object(paidMilestone)),
});

const progress = { status: z.string().optional(), evidence: z.string().optional() };

export const UpdateBody = z.object({
  signer: AccountId,
  contractId: ContractId,
  escrow: z.object({
    ...properties,
    milestones: milestones(
      z.object({
        description: z.string().min(1),
        ...progress,
        approved: z.boolean().default(false),
      }),
    ),
    flags: z
      .object({ disputed: z.boolean(), released: z.boolean(), resolved: z.boolean() })
      .default({ disputed: false, released: false, resolved: false }),
    isActive: z.boolean().optional(),
  }),
});

const MilestoneFlags = z.object({
  approved: z.boolean(),
  disputed: z.boolean(),
  released: z.boolean(),
  resolved: z.boolean(),
});

export const MultiReleaseUpdateBody = z.object({
  signer: AccountId,
  contractId: ContractId,
  escrow: z.object({
    ...multiReleaseProperties,
    milestones: milestones(z.object({ ...paidMilestone, ...progress, flags: MilestoneFlags.optional() })),
    isActive: z.boolean().optional(),
  }),
});

export const FundBody = z.object({ contractId: ContractId, signer: AccountId, amount: Amount });

export const MilestoneStatusBody = z.object({
  contractId: ContractId,
  milestoneIndex: MilestoneIndex,
  newStatus: z.string(),
  newEvidence: z.string().optional(),
  serviceProvider: AccountId,
});

export const ApproveBody = z.object({ contractId: ContractId, milestoneIndex: MilestoneIndex, approver: AccountId });
export const ReleaseBody = z.object({ contractId: ContractId, releaseSigner: AccountId });
export const ReleaseMilestoneBody = ReleaseBody.extend({ milestoneIndex: MilestoneIndex });
export const DisputeBody = z.object({ contractId: ContractId, signer: AccountId });
export const DisputeMilestoneBody = DisputeBody.extend({ milestoneIndex: MilestoneIndex });

export const DistributionBody = z.object({
  contractId: ContractId,
  disputeResolver: AccountId,
  distributions: z
    .array(z.object({ address: AnyAddress, amount: Amount }))
    .min(1)
    .refine((entries) => new Set(entries.map((entry) => entry.address)).size === entries.length, {
      message: "must not name an address twice",
    }),
});

export const MilestoneDistributionBody = DistributionBody.extend({ milestoneIndex: MilestoneIndex });

export const SendBody = z.object({ signedXdr: z.string().min(1) });
export const TransactionHashBody = z.object({
  txHash: z.string().regex(/^[0-9a-f]{64}$/i, "must be a transaction hash"),
});
