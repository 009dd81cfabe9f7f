import type { z } from "zod";
import type { TopUpId } from "../../../domain/ids.ts";
import { formatAmount } from "../../../domain/money.ts";
import type { CreateTopUp } from "../../../workflows/contracts/topup.ts";
import type { TopUpRow } from "../../reads/topups.ts";
import type { TopUpWire } from "./schemas.ts";

export type TopUp = z.infer<typeof TopUpWire>;

/** @param cancelUrl the installation's page for users who did not pay */
export const presentTopUp = (row: TopUpRow, cancelUrl: string): TopUp => ({
  id: row.id,
  userId: row.userId,
  reference: row.reference,
  amount: formatAmount(row.amountStroops),
  currency: row.currency,
  status: row.status as TopUp["status"], // written through the state machine only
  airtmPayinId: row.airtmPayinId,
  confirmationUri: row.confirmationUri,
  cancelUri: row.cancelUrl ?? cancelUrl,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  paidAmount: row.paidStroops === null ? null : formatAmount(row.paidStroops),
  fee: row.feeStroops === null ? null : formatAmount(row.feeStroops),
  failureReason: row.failureReason,
  description: row.description,
  metadata: row.metadata as TopUp["metadata"],
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** A top-up that is accepted for good and not written down yet, as it will be. */
export function draftTopUp(id: TopUpId, asked: CreateTopUp, cancelUrl: string, now: Date): TopUp {
  const { userId, amount, currency, details, reference = null } = asked;
  return {
    id,
    userId,
    reference,
    amount,
    currency,
    status: "TOPUP_CREATED",
    airtmPayinId: null,
    confirmationUri: null,
    cancelUri: details.cancelUrl ?? cancelUrl,
    expiresAt: null,
    paidAmount: null,
    fee: null,
    failureReason: null,
    description: details.description,
    metadata: details.metadata,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
}
