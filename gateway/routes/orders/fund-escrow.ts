import { fundEscrowUpdate } from "../../../workflows/contracts/order.ts";
import { endpoint } from "../../endpoint.ts";
import { visibleOrder } from "../../reads/orders.ts";
import { commandOrder, refuseSellersKey } from "./command-order.ts";
import { OrderParams, OrderWire } from "./schemas.ts";

export const fundEscrow = endpoint(
  {
    method: "post",
    path: "/orders/{id}/escrow/fund",
    operationId: "fundEscrow",
    tag: "Orders",
    summary: "Move the reserved money into the escrow contract.",
    access: "write",
    params: OrderParams,
    shape: "flagged",
    status: 201,
    data: OrderWire,
    waits: true,
    errors: ["ORDER_NOT_FOUND", "INVALID_STATE", "ESCROW_FUNDING_FAILED", "ESCROW_NOT_READY", "USER_NOT_ELIGIBLE"],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const order = await visibleOrder(call.deps.db, call.caller, call.params.id);
    refuseSellersKey(call, order);
    return commandOrder(call, { name: "fundEscrow", update: fundEscrowUpdate, order, status: 201 });
  },
);
