import { z } from "zod";

/** Only what is used: their objects grow. Numbers become decimal strings at once, so that no `number` holds money here. */
const Amount = z
  .union([z.number(), z.string()])
  .transform(Number)
  .refine((value) => Number.isFinite(value) && value >= 0, "not an amount")
  .transform((value) => value.toFixed(2));

export const AirtmUser = z.looseObject({
  id: z.string(),
  status: z.string(),
  primaryEmail: z.string(),
  country: z.string().nullish(),
  isVerified: z.boolean().nullish(),
});

export const AirtmPayin = z.looseObject({
  id: z.string(),
  status: z.string(),
  amount: Amount,
  netAmount: Amount.nullish(),
  airtmFee: Amount.nullish(),
  failureReason: z.string().nullish(),
  createdAt: z.string(),
});

export const AirtmPayout = z.looseObject({
  id: z.string(),
  airtmUserId: z.string().nullish(),
  status: z.string(),
  amount: Amount,
  airtmFee: Amount.nullish(),
  reasonCode: z.union([z.string(), z.number()]).transform(String).nullish(),
  reasonDescription: z.string().nullish(),
  updatedAt: z.string(),
});

export const AirtmBalance = z.looseObject({ available: Amount, pending: Amount });

export const AirtmError = z.looseObject({
  code: z.union([z.string(), z.number()]).transform(String).nullish(),
  message: z.string().nullish(),
});
