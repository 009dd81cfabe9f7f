import { z } from "zod";
import { DISPUTE_PARTIES } from "../../../../domain/dispute/dispute-facts.ts";
import { DECISIONS } from "../../../../domain/dispute/ruling.ts";
import { DISPUTE_STATUSES } from "../../../../domain/dispute/states.ts";
import { AmountText, Id, pageFields, pageLimit } from "../../../schemas.ts";

export const DisputeParams = z.strictObject({ id: Id });

export const ListDisputesQuery = z.strictObject({
  orderId: Id.optional(),
  status: z.enum(DISPUTE_STATUSES).optional(),
  openedBy: z.enum(DISPUTE_PARTIES).optional(),
  ...pageFields,
  limit: pageLimit(100),
});

export const AssignDisputeBody = z.strictObject({
  assignedTo: z.string().min(1).max(255),
  notes: z.string().min(1).max(5000).nullish(),
});
export const ASSIGN_ALIASES = { agentId: "assignedTo", supportAgentId: "assignedTo" };

export const CommentDisputeBody = z.strictObject({
  comment: z.string().min(1).max(5000),
  author: z.string().min(1).max(255).nullish().meta({ description: "The name of the key, when missing." }),
});

export const AddEvidenceBody = z.strictObject({
  evidence: z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z.array(z.string().min(1).max(2000)).min(1).max(20),
  ),
});

/** Names that existing clients use for the same decisions. */
const DECISION_ALIASES: Readonly<Record<string, string>> = {
  RELEASE_TO_SELLER: "FULL_RELEASE",
  REFUND_TO_BUYER: "FULL_REFUND",
};
const decisionOf = (value: unknown) => (typeof value === "string" ? (DECISION_ALIASES[value] ?? value) : value);

export const RulingBody = z.strictObject({
  decision: z.preprocess(decisionOf, z.enum(DECISIONS)),
  releaseAmount: AmountText.nullish().meta({ description: "Of a split: the seller's share, before fees." }),
  refundAmount: AmountText.nullish().meta({ description: "Of a split: the buyer's share, before fees." }),
});

export const PreviewBody = z.strictObject({
  ...RulingBody.shape,
  milestoneRef: z.string().min(1).max(100).nullish().meta({ description: "Of a multi-release order." }),
});

export const ResolveDisputeBody = z.strictObject({
  ...RulingBody.shape,
  note: z.string().min(1).max(5000).nullish(),
});
export const RULING_ALIASES = {
  resolution: "decision",
  sellerAmount: "releaseAmount",
  buyerAmount: "refundAmount",
  notes: "note",
};
