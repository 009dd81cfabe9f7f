import { z } from "zod";

const AMOUNT_END = 1e12;
/** How far the binary form of a number of whole cents may be from it. */
const ARTEFACT = 1e-6;

/** Only what is used: their objects grow. Numbers become decimal strings at once, so that no `number` holds money here. */
const Balance = z
  .union([z.number(), z.string().regex(/^\d+(\.\d+)?$/)])
  .transform(Number)
  .refine((value) => Number.isFinite(value) && value >= 0 && value < AMOUNT_END, "not an amount")
  .transform((value) => value.toFixed(2));

/** What a payment moves is never rounded: a part of a cent is not of the documented form. */
const Amount = z
  .union([z.number(), z.string()])
  .refine((value) => Math.abs(Number(value) - Number(Number(value).toFixed(2))) < ARTEFACT, "not in whole cents")
  .pipe(Balance);

const Time = z.string().refine((text) => Number.isFinite(Date.parse(text)), "not a time");

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
  createdAt: Time,
});

export const AirtmPayout = z.looseObject({
  id: z.string(),
  airtmUserId: z.string().nullish(),
  status: z.string(),
  amount: Amount,
  airtmFee: Amount.nullish(),
  reasonCode: z.union([z.string(), z.number()]).transform(String).nullish(),
  reasonDescription: z.string().nullish(),
  updatedAt: Time,
});

export const AirtmBalance = z.looseObject({ available: Balance, pending: Balance });

export const AirtmError = z.looseObject({
  code: z.union([z.string(), z.number()]).transform(String).nullish(),
  message: z.string().nullish(),
});
