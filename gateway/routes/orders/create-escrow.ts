import { createEscrowUpdate } from "../../../workflows/contracts/order.ts";
import { endpoint } from "../../endpoint.ts";
import { visibleOrder } from "../../reads/orders.ts";
import { commandOrder, refuseSellersKey } from "./command-order.ts";
import { OrderParams, OrderWire } from "./schemas.ts";

export const createEscrow = endpoint(
  {
    method: "post",
    path: "/orders/{id}/escrow",
    operationId: "createEscrow",
    tag: "Orders",
    summary: "Deploy the order's escrow contract.",
    access: "write",
    params: OrderParams,
    shape: "flagged",
    status: 201,
    data: OrderWire,
    waits: true,
    errors: ["ORDER_NOT_FOUND", "INVALID_STATE", "ESCROW_ALREADY_EXISTS", "USER_NOT_ELIGIBLE", "PROVIDER_ERROR"],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const order = await visibleOrder(call.deps.db, call.caller, call.params.id);
    refuseSellersKey(call, order);
    return commandOrder(call, { name: "createEscrow", update: createEscrowUpdate, order, status: 201 });
  },
);
