import { endpoint } from "../../endpoint.ts";
import { OPERATION, OPERATION_ERRORS, operate } from "./operate.ts";
import { AdjustBalanceBody, BalanceOperationWire, BalanceParams } from "./schemas.ts";

export const creditBalance = endpoint(
  {
    ...OPERATION,
    path: "/users/{userId}/balance/credit",
    operationId: "creditBalance",
    summary: "Add to what a user can spend, by hand: nothing moves on the chain.",
    params: BalanceParams,
    body: AdjustBalanceBody,
    data: BalanceOperationWire,
    errors: [...OPERATION_ERRORS, "MANUAL_ADJUSTMENTS_DISABLED", "BALANCE_REFERENCE_REUSED"],
  },
  (call) => operate(call, { kind: "CREDIT_AVAILABLE", reference: call.body.reference ?? null }),
);
