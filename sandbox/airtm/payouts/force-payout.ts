import { z } from "zod";
import type { Airtm } from "../airtm.ts";
import { UsdText } from "../money.ts";
import { changePayoutStatus } from "./change-payout-status.ts";
import { awaitSignup } from "./commit-payout.ts";
import { PAYOUT_STATUSES, type Payout } from "./payout.ts";

/** What a control route may say of a payout, whatever its state is. */
export const ForcePayout = z.strictObject({
  status: z.enum(PAYOUT_STATUSES),
  amount: UsdText.optional(),
  airtmFee: UsdText.optional(),
  reasonCode: z.int().nullable().optional(),
  reasonDescription: z.string().nullable().optional(),
});
export type ForcePayout = z.output<typeof ForcePayout>;

/** Any status from any status. The balance follows, also below zero: a failed payout that completes takes it again. */
export function forcePayout(airtm: Airtm, payout: Payout, force: ForcePayout): Payout {
  const changed = {
    ...payout,
    amountCents: force.amount ?? payout.amountCents,
    airtmFeeCents: force.airtmFee ?? payout.airtmFeeCents,
    reasonCode: force.reasonCode ?? null,
    reasonDescription: force.reasonDescription ?? null,
  };
  return force.status === "PENDING" ? awaitSignup(airtm, changed) : changePayoutStatus(airtm, changed, force.status);
}
