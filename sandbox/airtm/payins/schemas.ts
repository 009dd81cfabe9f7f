import { z } from "zod";
import { UsdNumber } from "../money.ts";

const Amount = UsdNumber.refine((cents) => cents >= 1n, "must be at least 0.01");
const Uri = z.url({ protocol: /^https?$/ });

/** What `POST /payins` takes; extra keys are refused. */
export const CreatePayin = z
  .strictObject({
    code: z.string().min(1).max(255),
    amount: Amount,
    description: z.string().min(1).max(250),
    items: z.array(z.strictObject({ description: z.string().min(1), amount: Amount, quantity: z.int().min(1) })).min(1),
    confirmationUri: Uri,
    cancelUri: Uri,
  })
  .refine(
    ({ amount, items }) => amount === items.reduce((sum, item) => sum + item.amount * BigInt(item.quantity), 0n),
    { path: ["amount"], message: "must be the sum of amount times quantity of the items" },
  );
export type CreatePayin = z.output<typeof CreatePayin>;
