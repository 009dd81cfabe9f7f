import { z } from "zod";
import { PLATFORM_PAYOUT_STATUSES } from "../../../domain/platform-payout/states.ts";
import { MEMO_TYPES } from "../../../domain/withdrawal/memo.ts";
import { checkMemo, memoFields } from "../../memo.ts";
import { Id, PositiveAmount, pageFields, Timestamp } from "../../schemas.ts";

export const PlatformPayoutParams = z.strictObject({ id: Id });

const Source = z
  .string()
  .regex(
    /^(?:platform\/(?:sponsor|fee-receiver|dispute-resolver|treasury)|usr_[0-9A-Za-z]{32})$/,
    "must be platform/<role> or the id of a user",
  )
  .meta({
    description:
      "Whose wallet pays: platform/fee-receiver, platform/sponsor, platform/dispute-resolver, platform/treasury (with Airtm), or the id " +
      "of a suspended user (USDC of their available balance; not with Airtm).",
    example: "platform/fee-receiver",
  });

export const RequestPlatformPayoutBody = z
  .strictObject({
    source: Source,
    asset: z.enum(["USDC", "XLM"]),
    amount: PositiveAmount,
    destination: z.string().min(1).max(80).meta({ description: "A G… or M… address; for USDC also a C… address." }),
    ...memoFields,
    reason: z.string().trim().min(1).max(500).meta({ description: "Why; it is kept, and the second person reads it." }),
  })
  .superRefine(checkMemo)
  .superRefine(({ source, asset }, context) => {
    if (asset === "USDC" || source.startsWith("platform/")) return;
    context.addIssue({ code: "custom", path: ["asset"], message: "must be USDC where a user's wallet pays" });
  });

export const CancelPlatformPayoutBody = z.strictObject({ reason: z.string().min(1).max(500).nullish() });

export const ListPlatformPayoutsQuery = z.strictObject({
  source: Source.optional(),
  status: z.enum(PLATFORM_PAYOUT_STATUSES).optional(),
  ...pageFields,
});

export const PlatformPayoutWire = z
  .object({
    id: z.string(),
    status: z.enum(PLATFORM_PAYOUT_STATUSES),
    source: z.string(),
    asset: z.enum(["USDC", "XLM"]),
    amount: z.string(),
    destination: z.string(),
    memo: z.string().nullable(),
    memoType: z.enum(MEMO_TYPES).nullable(),
    reason: z.string(),
    requestedBy: z.string().meta({ description: "Id of the API key that asked for it." }),
    approvedBy: z.string().nullable().meta({ description: "Id of the second person's API key." }),
    transactionHash: z.string().nullable(),
    failureReason: z.string().nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "PlatformPayout" });

export const PlatformPayoutList = z.array(PlatformPayoutWire).readonly();
