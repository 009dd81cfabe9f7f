import { z } from "zod";
import type { Airtm } from "../airtm.ts";
import { percentOf, UsdText } from "../money.ts";
import { toEmailKey } from "../users/user.ts";
import { changePayinStatus } from "./change-payin-status.ts";
import { PAYIN_LIFE_MS, PAYIN_STATUSES, type Payin } from "./payin.ts";

/** What a control route may say of a payin, whatever its state is. */
export const ForcePayin = z
  .strictObject({
    status: z.enum(PAYIN_STATUSES),
    /** What arrived, when it is not what was asked for. */
    amount: UsdText.optional(),
    airtmFee: UsdText.optional(),
    netAmount: UsdText.optional(),
    failureReason: z.string().nullable().optional(),
    email: z.string().optional(),
  })
  .refine(
    ({ airtmFee, netAmount }) => airtmFee === undefined || netAmount === undefined,
    "give airtmFee or netAmount: the other one follows from the amount",
  );
export type ForcePayin = z.output<typeof ForcePayin>;

/** Any status from any status: a late payment, one in part, one that is taken back. */
export function forcePayin(airtm: Airtm, payin: Payin, force: ForcePayin): Payin {
  const { status } = force;
  return changePayinStatus(airtm, payin, status, {
    ...amountsOf(payin, force),
    ...(force.email !== undefined && payerOf(airtm, force.email)),
    failureReason: force.failureReason ?? null,
    ...(status === "CREATED" && { next: { atMs: payin.createdAtMs + PAYIN_LIFE_MS, status: "CANCELED" } }),
  });
}

function amountsOf(payin: Payin, { amount, airtmFee, netAmount }: ForcePayin): Partial<Payin> {
  if ((amount ?? airtmFee ?? netAmount) === undefined) return {};
  const amountCents = amount ?? payin.amountCents;
  const fee = netAmount === undefined ? airtmFee : amountCents - netAmount;
  return { amountCents, airtmFeeCents: fee ?? percentOf(amountCents, payin.feePercent) };
}

const payerOf = (airtm: Airtm, email: string): Partial<Payin> => ({
  userId: airtm.state.findUser(email)?.id ?? null,
  userEmail: toEmailKey(email),
});
