import { z } from "zod";
import { MEMO_TYPES } from "../../../domain/withdrawal/memo.ts";
import { WITHDRAWAL_STATUSES } from "../../../domain/withdrawal/states.ts";
import { checkMemo, memoFields } from "../../memo.ts";
import { CurrencyText, Id, pageFields, Reference, Timestamp } from "../../schemas.ts";

export const WithdrawalParams = z.strictObject({ id: Id });
/** Existing clients may name the owner: then it must be the right one. */
export const OwnerQuery = z.strictObject({ userId: Id.optional() });

const WithdrawalAmount = z
  .string('must be a string such as "120.00", or "all"')
  .max(64)
  .regex(/^(?:[0-9]+\.[0-9]{2,7}|all)$/, "must be digits, a point and two to seven decimals, or all")
  .meta({
    description:
      "crypto: two to seven decimals, or all: everything that is available when it is held, within the limits of GET /config; " +
      "the answer says how much. airtm_balance and bank: two decimals.",
    example: "120.00",
  });

const Terms = z.strictObject({
  userId: Id.nullish(),
  reference: Reference.nullish().meta({
    description:
      "Your own name of the payment, used once for ever: the same again, with the same content, is the same payment.",
  }),
  amount: WithdrawalAmount,
  destinationType: z.enum(["bank", "crypto", "airtm_balance"]),
  destinationRef: z
    .string()
    .min(1)
    .max(255)
    .meta({
      description:
        "crypto: a G…, M… or C… address. airtm_balance: the id or the e-mail address of the user's linked Airtm account, kept as the id. " +
        "bank: an account of yours; no more than its last four characters are kept or shown.",
    }),
  ...memoFields,
  currency: CurrencyText,
  commit: z.boolean().nullish().meta({
    description: "false: held until commit or cancel. Without it: true for crypto, false for airtm_balance and bank.",
  }),
  description: z.string().max(5000).nullish(),
});

export const CreateWithdrawalBody = Terms.superRefine(checkMemo);

export const CancelWithdrawalBody = z.strictObject({ reason: z.string().min(1).max(1000).nullish() });

export const ListWithdrawalsQuery = z.strictObject({
  userId: Id.optional(),
  reference: Reference.optional(),
  status: z.enum(WITHDRAWAL_STATUSES).optional(),
  ...pageFields,
});

export const WithdrawalWire = z
  .object({
    id: z.string(),
    userId: z.string(),
    reference: z.string().nullable().meta({ description: "Your own name of it." }),
    amount: z.string(),
    fee: z.string(),
    currency: z.string(),
    status: z.enum(WITHDRAWAL_STATUSES),
    destinationType: z.string(),
    destinationRef: z.string(),
    memo: z.string().nullable(),
    memoType: z.enum(MEMO_TYPES).nullable(),
    committed: z.boolean(),
    airtmPayoutId: z.string().nullable(),
    transactionHash: z.string().nullable(),
    failureReason: z.string().nullable(),
    description: z.string().nullable(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Withdrawal" });

export const WithdrawalList = z.array(WithdrawalWire).readonly();
