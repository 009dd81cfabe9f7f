import { endpoint } from "../../endpoint.ts";
import { OPERATION, OPERATION_ERRORS, operate } from "./operate.ts";
import { AdjustBalanceBody, BalanceOperationWire, BalanceParams } from "./schemas.ts";

export const debitBalance = endpoint(
  {
    ...OPERATION,
    path: "/users/{userId}/balance/debit",
    operationId: "debitBalance",
    summary: "Take from what a user can spend, by hand: nothing moves on the chain.",
    params: BalanceParams,
    body: AdjustBalanceBody,
    data: BalanceOperationWire,
    errors: [...OPERATION_ERRORS, "MANUAL_ADJUSTMENTS_DISABLED", "BALANCE_REFERENCE_REUSED", "INSUFFICIENT_FUNDS"],
  },
  (call) => operate(call, { kind: "DEBIT_AVAILABLE", reference: call.body.reference ?? null }),
);
