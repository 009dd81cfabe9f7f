import { z } from "zod";
import { DISPUTE_PARTIES, DISPUTE_REASONS } from "../../../domain/dispute/dispute-facts.ts";
import { DECISIONS } from "../../../domain/dispute/ruling.ts";
import { DISPUTE_STATUSES } from "../../../domain/dispute/states.ts";
import { ESCROW_STATUSES } from "../../../domain/escrow/states.ts";
import { MILESTONE_STATUSES } from "../../../domain/milestone/states.ts";
import { ORDER_OUTCOMES, ORDER_STATUSES } from "../../../domain/order/states.ts";
import { foldAliases } from "../../middleware/fold-aliases.ts";
import { AmountText, CurrencyText, Id, Metadata, pageFields, Timestamp } from "../../schemas.ts";

export const OrderParams = z.strictObject({ id: Id });
export const SettlementParams = z.strictObject({ orderId: Id });

const MILESTONE_ALIASES = { ref: "milestoneRef", description: "title" };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Two names with two values leave both, and the strict object refuses the second. */
const foldMilestone = (value: unknown) => {
  if (!isObject(value)) return value;
  const folded = foldAliases(value, MILESTONE_ALIASES);
  return folded.conflicts.length > 0 ? value : folded.value;
};

const MilestoneBody = z.preprocess(
  foldMilestone,
  z.strictObject({
    milestoneRef: z.string().min(1).max(100),
    title: z.string().min(1).max(500),
    amount: AmountText.optional().meta({ description: "Missing on all: equal shares, the rest on the last." }),
  }),
);

/** Deadlines: missing means the installation's, null means none. */
const YEAR_HOURS = 8_784;
const hours = (description: string) => z.number().positive().max(YEAR_HOURS).nullish().meta({ description });
const days = (description: string) =>
  z
    .number()
    .positive()
    .max(YEAR_HOURS / 24)
    .nullish()
    .meta({ description });

export const CreateOrderBody = z.strictObject({
  buyerId: Id,
  sellerId: Id,
  amount: AmountText,
  title: z.string().min(1).max(500),
  clientOrderRef: z.string().min(1).max(100).nullish(),
  currency: CurrencyText,
  description: z.string().max(5000).nullish(),
  metadata: Metadata.nullish(),
  escrowType: z
    .enum(["single-release", "multi-release"])
    .default("single-release")
    .meta({ description: "multi-release: each milestone is paid on its own." }),
  milestones: z.array(MilestoneBody).max(50).default([]),
  cancelUnfundedAfterHours: hours("Canceled by itself unless its escrow is funded within so many hours."),
  releaseAfterDays: days(
    "Released by itself so many days after none of its milestones is open any more, or after its funding where it has none, unless somebody asks for anything else meanwhile: then the time begins anew.",
  ),
  remindBeforeHours: hours("So long before either, an event reminds of it."),
});

export const ReserveOrderBody = z.strictObject({
  amount: AmountText.optional().meta({ description: "Must equal the order's." }),
});
export const CancelOrderBody = z.strictObject({ reason: z.string().min(1).max(1000).nullish() });
const OfMilestone = z.string().min(1).max(100).nullish().meta({
  description: "Of a multi-release order: the milestone it is about. Missing: all that are not paid.",
});

export const ReleaseOrderBody = z.strictObject({
  milestoneRef: OfMilestone,
  reason: z.string().min(1).max(1000).nullish(),
  requestedBy: z.string().min(1).max(255).nullish(),
});

export const RefundOrderBody = z.strictObject({
  milestoneRef: OfMilestone,
  reason: z.string().min(1).max(1000),
  requestedBy: z.string().min(1).max(255).nullish(),
});

export const MilestoneParams = z.strictObject({ id: Id, ref: Id });

/** One string is a list of one. */
const listOf = (value: unknown) => (typeof value === "string" ? [value] : value);
export const EvidenceList = z.preprocess(listOf, z.array(z.string().min(1).max(2000)).max(20));

export const OpenDisputeBody = z.strictObject({
  openedBy: z.enum(DISPUTE_PARTIES),
  reason: z.enum(DISPUTE_REASONS),
  evidence: EvidenceList.nullish(),
  orderId: Id.nullish().meta({ description: "Must be the order of the path." }),
  milestoneRef: z
    .string()
    .min(1)
    .max(100)
    .nullish()
    .meta({ description: "Of a multi-release order: the milestone it is about; there it is required." }),
});

/** States that only existing clients speak of, and what they mean here. */
const STATUS_ALIASES: Readonly<Record<string, string>> = { ESCROW_CREATED: "ESCROW_FUNDING", COMPLETED: "CLOSED" };
const statusOf = (value: unknown) => (typeof value === "string" ? (STATUS_ALIASES[value] ?? value) : value);

export const ListOrdersQuery = z.strictObject({
  buyerId: Id.optional(),
  sellerId: Id.optional(),
  status: z.preprocess(statusOf, z.enum([...ORDER_STATUSES, "CANCELLED"]).optional()),
  createdAfter: z.iso.datetime({ offset: true }).optional(),
  createdBefore: z.iso.datetime({ offset: true }).optional(),
  ...pageFields,
});

export const MilestoneWire = z
  .object({
    id: z.string(),
    orderId: z.string(),
    milestoneRef: z.string(),
    ref: z.string(),
    title: z.string(),
    description: z.string(),
    amount: z.string(),
    status: z.enum(MILESTONE_STATUSES),
    completedAt: Timestamp.nullable(),
    settledAt: Timestamp.nullable().meta({ description: "When it was paid, of a multi-release order." }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Milestone" });

const EscrowWire = z
  .object({
    id: z.string(),
    orderId: z.string(),
    trustlessContractId: z.string().nullable(),
    contractId: z.string().nullable(),
    status: z.enum(ESCROW_STATUSES),
    amount: z.string(),
    currency: z.string(),
    terms: z.object({ milestones_required: z.boolean() }),
    txHash: z.string().nullable(),
    fundedAt: Timestamp.nullable(),
    releasedAt: Timestamp.nullable(),
    refundedAt: Timestamp.nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Escrow" });

export const CommentWire = z
  .object({
    id: z.string(),
    disputeId: z.string(),
    comment: z.string(),
    author: z.string(),
    createdAt: Timestamp,
  })
  .meta({ id: "DisputeComment" });

const disputeFields = {
  id: z.string(),
  orderId: z.string(),
  milestoneRef: z.string().nullable().meta({ description: "Of a multi-release order: the milestone it is about." }),
  openedBy: z.enum(DISPUTE_PARTIES),
  reason: z.enum(DISPUTE_REASONS),
  evidence: z.array(z.string()),
  status: z.enum(DISPUTE_STATUSES),
  assignedTo: z.string().nullable(),
  notes: z.string().nullable(),
  resolutionDecision: z.enum(DECISIONS).nullable(),
  decisionNote: z.string().nullable(),
  releaseAmount: z.string().nullable(),
  refundAmount: z.string().nullable(),
  comments: z.array(CommentWire),
  resolvedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
};

export const DisputeItselfWire = z.object(disputeFields).meta({ id: "DisputeOfOrder" });

export const OrderWire = z
  .object({
    id: z.string(),
    clientOrderRef: z.string().nullable(),
    buyerId: z.string(),
    sellerId: z.string(),
    amount: z.string(),
    currency: z.string(),
    escrowType: z.string(),
    status: z.enum(ORDER_STATUSES),
    outcome: z.enum(ORDER_OUTCOMES).nullable(),
    title: z.string(),
    description: z.string().nullable(),
    metadata: Metadata.nullable(),
    escrow: EscrowWire.nullable(),
    dispute: DisputeItselfWire.nullable(),
    milestones: z.array(MilestoneWire),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Order" });

export const DisputeWire = z.object({ ...disputeFields, order: OrderWire }).meta({ id: "Dispute" });

const Share = z.object({ grossAmount: z.string(), netAmount: z.string() });

export const PreviewWire = z
  .object({
    decision: z.enum(DECISIONS),
    heldAmount: z.string().meta({ description: "What the contract holds now." }),
    seller: Share,
    buyer: Share,
    fees: z.object({ trustlessWork: z.string(), platform: z.string() }),
    remainingAmount: z.string().meta({ description: "What stays in the contract afterwards." }),
    transactions: z.array(z.object({ step: z.string(), signedBy: z.enum(["buyer", "seller", "resolver"]) })).readonly(),
  })
  .meta({ id: "SettlementPreview" });

export const DisputeList = z.array(DisputeWire).readonly();
export const OrderList = z.array(OrderWire).readonly();
export const MilestoneList = z.array(MilestoneWire).readonly();
