import type { z } from "zod";
import type { WithdrawalId } from "../../../domain/ids.ts";
import { formatAmount } from "../../../domain/money.ts";
import type { CreateWithdrawal } from "../../../workflows/contracts/withdrawal.ts";
import type { WithdrawalRow } from "../../reads/withdrawals.ts";
import type { WithdrawalWire } from "./schemas.ts";

export type Withdrawal = z.infer<typeof WithdrawalWire>;

export const presentWithdrawal = (row: WithdrawalRow): Withdrawal => ({
  id: row.id,
  userId: row.userId,
  reference: row.reference,
  amount: formatAmount(row.amountStroops),
  fee: formatAmount(row.feeStroops),
  currency: row.currency,
  status: row.status as Withdrawal["status"], // written through the state machine only
  destinationType: row.destinationType,
  destinationRef: row.destinationRef,
  memo: row.memo,
  memoType: row.memoType as Withdrawal["memoType"],
  committed: row.committed,
  airtmPayoutId: row.airtmPayoutId,
  transactionHash: row.txHash,
  failureReason: row.failureReason,
  description: row.description,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** A withdrawal that is accepted for good and not written down yet, as it will be. */
export function draftWithdrawal(id: WithdrawalId, asked: CreateWithdrawal, now: Date): Withdrawal {
  const { userId, amount, currency, destinationType, destinationRef, memo, memoType, description } = asked;
  const { reference = null } = asked;
  return {
    id,
    userId,
    reference,
    amount,
    fee: "0.00",
    currency,
    status: "WITHDRAWAL_CREATED",
    destinationType,
    destinationRef,
    memo,
    memoType: memo === null ? null : (memoType ?? "text"),
    committed: false,
    airtmPayoutId: null,
    transactionHash: null,
    failureReason: null,
    description,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
}
