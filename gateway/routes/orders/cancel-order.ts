import { cancelUpdate } from "../../../workflows/contracts/order.ts";
import { endpoint } from "../../endpoint.ts";
import { visibleOrder } from "../../reads/orders.ts";
import { commandOrder } from "./command-order.ts";
import { CancelOrderBody, OrderParams, OrderWire } from "./schemas.ts";

export const cancelOrder = endpoint(
  {
    method: "post",
    path: "/orders/{id}/cancel",
    operationId: "cancelOrder",
    tag: "Orders",
    summary:
      "Close the order before its escrow is funded, and give back what was held. A key of one user undoes only what a key of that user held.",
    access: "write",
    params: OrderParams,
    body: CancelOrderBody,
    shape: "flagged",
    status: 201,
    data: OrderWire,
    waits: true,
    errors: ["ORDER_NOT_FOUND", "INVALID_STATE", "USER_NOT_ELIGIBLE", "STELLAR_NETWORK_ERROR"],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const order = await visibleOrder(call.deps.db, call.caller, call.params.id);
    return commandOrder(call, { name: "cancel", update: cancelUpdate, order, reason: call.body.reason, status: 201 });
  },
);
