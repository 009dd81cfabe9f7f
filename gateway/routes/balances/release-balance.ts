import { AppError } from "../../../domain/errors.ts";
import type { UserId } from "../../../domain/ids.ts";
import { endpoint } from "../../endpoint.ts";
import { findUser, visibleUser } from "../../reads/users.ts";
import { OPERATION, OPERATION_ERRORS, operate, refuseAdjustment } from "./operate.ts";
import { BalanceOperationWire, BalanceParams, HOLD_ALIASES, ReleaseBalanceBody } from "./schemas.ts";

export const releaseBalance = endpoint(
  {
    ...OPERATION,
    path: "/users/{userId}/balance/release",
    operationId: "releaseBalance",
    summary:
      "Give what is held for an order to its seller, by hand: nothing moves on the chain. Answers with the seller's balance.",
    params: BalanceParams,
    body: ReleaseBalanceBody,
    aliases: HOLD_ALIASES,
    data: BalanceOperationWire,
    errors: [
      ...OPERATION_ERRORS,
      "INVALID_REQUEST",
      "MANUAL_ADJUSTMENTS_DISABLED",
      "RESERVE_NOT_FOUND",
      "USER_NOT_ELIGIBLE",
    ],
  },
  async (call) => {
    const { sellerId, orderId } = call.body;
    const { userId } = call.params;
    await visibleUser(call.deps.db, call.caller, userId);
    refuseAdjustment(call); // before anybody is looked up: who may not do it learns nothing of others
    const seller = await findUser(call.deps.db, sellerId);
    if (!seller) throw new AppError("USER_NOT_FOUND", { userId: sellerId });
    if (sellerId === userId) throw new AppError("INVALID_REQUEST", { buyerId: userId, sellerId });
    return operate(call, { kind: "RELEASE", orderId, sellerId: seller.id as UserId });
  },
);
