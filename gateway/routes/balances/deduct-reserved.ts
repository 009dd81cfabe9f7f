import { endpoint } from "../../endpoint.ts";
import { OPERATION, OPERATION_ERRORS, operate } from "./operate.ts";
import { BalanceOperationWire, BalanceParams, HOLD_ALIASES, HoldBody } from "./schemas.ts";

export const deductReserved = endpoint(
  {
    ...OPERATION,
    path: "/users/{userId}/balance/deduct-reserved",
    operationId: "deductReserved",
    summary: "Take away what is held for an order, by hand: nothing moves on the chain.",
    params: BalanceParams,
    body: HoldBody,
    aliases: HOLD_ALIASES,
    data: BalanceOperationWire,
    errors: [...OPERATION_ERRORS, "MANUAL_ADJUSTMENTS_DISABLED", "RESERVE_NOT_FOUND"],
  },
  (call) => operate(call, { kind: "DEDUCT_RESERVED", orderId: call.body.orderId }),
);
