import type { z } from "zod";
import { formatAmount } from "../../../domain/money.ts";
import type { UserBalance } from "../../reads/balances.ts";
import type { BalanceOperationRow } from "../../writes/balance-operations.ts";
import type { BalanceOperationWire, BalanceWire } from "./schemas.ts";

export function presentBalance(
  userId: string,
  balance: UserBalance,
  at: Date,
  currency = "USD",
): z.infer<typeof BalanceWire> {
  const { availableStroops, reservedStroops } = balance;
  const updatedAt = at.toISOString();
  return {
    userId,
    user_id: userId,
    available: formatAmount(availableStroops),
    reserved: formatAmount(reservedStroops),
    currency,
    total: formatAmount(availableStroops + reservedStroops),
    updatedAt,
    updated_at: updatedAt,
  };
}

/** The balance as the operation left it, so that a repeat is answered the same. */
export function presentOperation(row: BalanceOperationRow): z.infer<typeof BalanceOperationWire> {
  const after = { availableStroops: row.newAvailableStroops, reservedStroops: row.newReservedStroops };
  const balance = presentBalance(row.userId, after, row.createdAt, row.currency);
  return {
    ...balance,
    success: true,
    operation: row.kind as z.infer<typeof BalanceOperationWire>["operation"], // the column's check allows no other
    amount: formatAmount(row.amountStroops),
    previousBalance: {
      available: formatAmount(row.previousAvailableStroops),
      reserved: formatAmount(row.previousReservedStroops),
    },
    newBalance: { available: balance.available, reserved: balance.reserved },
    balance,
    auditLogId: row.auditId,
  };
}
