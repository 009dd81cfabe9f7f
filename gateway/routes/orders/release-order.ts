import { releaseUpdate } from "../../../workflows/contracts/order.ts";
import { endpoint } from "../../endpoint.ts";
import { visibleOrder } from "../../reads/orders.ts";
import { commandOrder, refuseSellersKey } from "./command-order.ts";
import { OrderWire, ReleaseOrderBody, SettlementParams } from "./schemas.ts";

export const releaseOrder = endpoint(
  {
    method: "post",
    path: "/orders/{orderId}/resolution/release",
    equalPaths: ["/orders/{orderId}/release"],
    operationId: "releaseOrder",
    tag: "Orders",
    summary: "Pay the seller from escrow.",
    access: "write",
    params: SettlementParams,
    body: ReleaseOrderBody,
    shape: "flagged",
    status: 200,
    data: OrderWire,
    waits: true,
    errors: ["ORDER_NOT_FOUND", "INVALID_STATE", "USER_NOT_ELIGIBLE"],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const order = await visibleOrder(call.deps.db, call.caller, call.params.orderId);
    refuseSellersKey(call, order);
    return commandOrder(call, { name: "release", update: releaseUpdate, order, reason: call.body.reason, status: 200 });
  },
);
