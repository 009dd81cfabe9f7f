import { eligibleUser } from "../../eligibility.ts";
import { endpoint } from "../../endpoint.ts";
import { visibleUser } from "../../reads/users.ts";
import { OPERATION, OPERATION_ERRORS, operate } from "./operate.ts";
import { BalanceOperationWire, BalanceParams, HOLD_ALIASES, HoldBody } from "./schemas.ts";

export const reserveBalance = endpoint(
  {
    ...OPERATION,
    path: "/users/{userId}/balance/reserve",
    operationId: "reserveBalance",
    summary: "Hold a user's money for an order of yours, once per order.",
    params: BalanceParams,
    body: HoldBody,
    aliases: HOLD_ALIASES,
    data: BalanceOperationWire,
    errors: [...OPERATION_ERRORS, "USER_NOT_ELIGIBLE", "INSUFFICIENT_FUNDS", "FUNDS_ALREADY_RESERVED"],
  },
  async (call) => {
    const { id } = await visibleUser(call.deps.db, call.caller, call.params.userId);
    await eligibleUser(call.deps.db, id, "BUYER");
    return operate(call, { kind: "RESERVE", orderId: call.body.orderId });
  },
);
