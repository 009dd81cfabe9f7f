import { z } from "zod";
import { TOPUP_STATUSES } from "../../../domain/topup/states.ts";
import { AmountText, CurrencyText, Id, Metadata, pageFields, Reference, Timestamp } from "../../schemas.ts";

export const TopUpParams = z.strictObject({ id: Id });
/** Existing clients may name the owner: then it must be the right one. */
export const OwnerQuery = z.strictObject({ userId: Id.optional() });

const Page = z.url().max(2000);

export const CreateTopUpBody = z.strictObject({
  userId: Id.nullish(),
  reference: Reference.nullish().meta({
    description:
      "Your own name of the payment, used once for ever: the same again, with the same content, is the same payment.",
  }),
  amount: AmountText,
  currency: CurrencyText,
  description: z.string().max(5000).nullish(),
  returnUrl: Page.nullish().meta({
    description: "https; where the user lands who paid. Else the installation's page.",
  }),
  cancelUrl: Page.nullish().meta({ description: "https; where the user lands who did not." }),
  metadata: Metadata.nullish(),
});

export const CancelTopUpBody = z.strictObject({ reason: z.string().min(1).max(1000).nullish() });

export const ListTopUpsQuery = z.strictObject({
  userId: Id.optional(),
  reference: Reference.optional(),
  status: z.enum(TOPUP_STATUSES).optional(),
  ...pageFields,
});

/** Whatever Airtm appends: nothing of it is believed, and nothing of it may keep the user from getting home. */
export const CallbackQuery = z.looseObject({
  status: z.unknown().optional().meta({ type: "string", description: "Not believed." }),
  code: z.unknown().optional().meta({ type: "string", description: "Not believed." }),
});

export const CallbackWire = z.object({ location: z.string() }).meta({ id: "TopUpCallback" });

export const TopUpWire = z
  .object({
    id: z.string(),
    userId: z.string(),
    reference: z.string().nullable().meta({ description: "Your own name of it." }),
    amount: z.string(),
    currency: z.string(),
    status: z.enum(TOPUP_STATUSES),
    airtmPayinId: z.string().nullable(),
    confirmationUri: z.string().nullable().meta({ description: "Where the user confirms the payment." }),
    cancelUri: z.string().nullable().meta({ description: "Where the user lands who does not." }),
    expiresAt: Timestamp.nullable().meta({ description: "What nobody confirmed by then is canceled by Airtm." }),
    paidAmount: z.string().nullable().meta({ description: "What the user paid; null before." }),
    fee: z.string().nullable().meta({ description: "What Airtm kept of it: the balance grew by the rest." }),
    failureReason: z.string().nullable(),
    description: z.string().nullable(),
    metadata: Metadata.nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "TopUp" });

export const TopUpList = z.array(TopUpWire).readonly();
