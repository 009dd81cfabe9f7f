import { endpoint } from "../../endpoint.ts";
import { OPERATION, OPERATION_ERRORS, operate } from "./operate.ts";
import { BalanceOperationWire, BalanceParams, HOLD_ALIASES, HoldBody } from "./schemas.ts";

export const cancelReservation = endpoint(
  {
    ...OPERATION,
    path: "/users/{userId}/balance/cancel-reservation",
    operationId: "cancelReservation",
    summary:
      "Give back what is held for an order, or a part of it. A key of one user undoes only what a key of that user held.",
    params: BalanceParams,
    body: HoldBody,
    aliases: HOLD_ALIASES,
    data: BalanceOperationWire,
    errors: [...OPERATION_ERRORS, "RESERVE_NOT_FOUND", "USER_NOT_ELIGIBLE"],
  },
  (call) => operate(call, { kind: "CANCEL_RESERVATION", orderId: call.body.orderId }),
);
