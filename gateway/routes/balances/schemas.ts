import { z } from "zod";
import { AmountText, CurrencyText, Id, Timestamp } from "../../schemas.ts";

export const BalanceParams = z.strictObject({ userId: Id });

const Reason = z.string().trim().min(1).max(1000);
const moved = { amount: AmountText, currency: CurrencyText };
const held = {
  ...moved,
  orderId: Id.meta({ description: "Any name of an order of yours; `reference` means the same." }),
  description: Reason.nullish(),
};

export const AdjustBalanceBody = z.strictObject({
  ...moved,
  description: Reason.meta({ description: "The reason, kept in the audit log." }),
  reference: Id.nullish().meta({ description: "Used once per user: the same again is the same adjustment." }),
});
export const HoldBody = z.strictObject(held);
export const ReleaseBalanceBody = z.strictObject({ ...held, sellerId: Id.meta({ description: "Who gets it." }) });

/** Other names of the fields of a hold. */
export const HOLD_ALIASES = { reference: "orderId", recipientId: "sellerId" } as const;

const balanceFields = {
  userId: z.string(),
  user_id: z.string(),
  available: z.string(),
  reserved: z.string(),
  currency: z.string(),
  total: z.string(),
  updatedAt: Timestamp,
  updated_at: Timestamp,
};

export const BalanceWire = z.object(balanceFields).meta({ id: "Balance" });

const Around = z.object({ available: z.string(), reserved: z.string() });

export const BalanceOperationWire = z
  .object({
    success: z.literal(true),
    operation: z.enum([
      "CREDIT_AVAILABLE",
      "DEBIT_AVAILABLE",
      "RESERVE",
      "RELEASE",
      "CANCEL_RESERVATION",
      "DEDUCT_RESERVED",
    ]),
    amount: z.string(),
    previousBalance: Around,
    newBalance: Around,
    balance: BalanceWire,
    auditLogId: z.string(),
    ...balanceFields,
  })
  .meta({ id: "BalanceOperation" });

export const SyncResultWire = z
  .object({
    synced: z.boolean().meta({ description: "True when it was compared, and agrees." }),
    localBalance: z.string().meta({ description: "What the wallet should hold: available and reserved." }),
    providerBalance: z
      .string()
      .nullable()
      .meta({ description: "What it holds; null when it could not be compared, or something is missing at Airtm." }),
    discrepancy: z.string().meta({ description: "The difference, or `unknown`." }),
    action: z.enum(["none", "flagged"]),
    ...balanceFields,
  })
  .meta({ id: "SyncResult" });

export const VerifiedBalanceWire = z
  .object({ ...balanceFields, providerVerified: z.literal(true) })
  .meta({ id: "VerifiedBalance" });
