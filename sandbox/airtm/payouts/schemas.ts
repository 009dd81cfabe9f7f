import { z } from "zod";
import { UsdNumber } from "../money.ts";

/** What `POST /payouts` takes; extra keys are refused. */
export const CreatePayout = z
  .strictObject({
    airtmUserEmail: z.email(),
    amount: UsdNumber.refine((cents) => cents >= 1n, "must be at least 0.01"),
    notes: z.string().min(1),
    code: z.string().min(1).max(255).optional(),
    commit: z.boolean().default(false),
    enterpriseFee: UsdNumber.optional(),
    internalNote: z.string().optional(),
    requireIdVerified: z.boolean().default(false),
  })
  .refine(({ amount, enterpriseFee }) => (enterpriseFee ?? 0n) <= amount, {
    path: ["enterpriseFee"],
    message: "must not exceed the amount",
  });
export type CreatePayout = z.output<typeof CreatePayout>;
