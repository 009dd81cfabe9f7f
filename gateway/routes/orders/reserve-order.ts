import { AppError } from "../../../domain/errors.ts";
import { formatAmount } from "../../../domain/money.ts";
import { reserveUpdate } from "../../../workflows/contracts/order.ts";
import { amountWithin } from "../../amounts.ts";
import { endpoint } from "../../endpoint.ts";
import { visibleOrder } from "../../reads/orders.ts";
import { commandOrder, refuseSellersKey } from "./command-order.ts";
import { OrderParams, OrderWire, ReserveOrderBody } from "./schemas.ts";

export const reserveOrder = endpoint(
  {
    method: "post",
    path: "/orders/{id}/reserve",
    operationId: "reserveOrder",
    tag: "Orders",
    summary: "Hold the buyer's money for the order.",
    access: "write",
    params: OrderParams,
    body: ReserveOrderBody,
    shape: "flagged",
    status: 201,
    data: OrderWire,
    waits: true,
    errors: [
      "ORDER_NOT_FOUND",
      "INVALID_AMOUNT_FORMAT",
      "INVALID_AMOUNT",
      "INVALID_STATE",
      "INSUFFICIENT_FUNDS",
      "RESERVE_MISMATCH_AMOUNT",
      "USER_NOT_ELIGIBLE",
    ],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const { body, caller, deps, params } = call;
    const asked = body.amount === undefined ? null : amountWithin(body.amount, deps.config.limits.order);
    const order = await visibleOrder(deps.db, caller, params.id);
    refuseSellersKey(call, order);
    if (asked !== null && asked !== order.amountStroops) {
      const reserved = formatAmount(order.amountStroops);
      throw new AppError("RESERVE_MISMATCH_AMOUNT", { requested: body.amount, reserved, currency: order.currency });
    }
    return commandOrder(call, { name: "reserve", update: reserveUpdate, order, status: 201 });
  },
);
