import { releaseUpdate } from "../../../workflows/contracts/order.ts";
import { endpoint } from "../../endpoint.ts";
import { visibleOrder } from "../../reads/orders.ts";
import { commandOrder, milestoneOfSettlement, refuseSellersKey } from "./command-order.ts";
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
    errors: ["ORDER_NOT_FOUND", "MILESTONE_NOT_FOUND", "INVALID_STATE", "USER_NOT_ELIGIBLE"],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const order = await visibleOrder(call.deps.db, call.caller, call.params.orderId);
    refuseSellersKey(call, order);
    const { reason, milestoneRef } = call.body;
    const about = milestoneOfSettlement(order, milestoneRef);
    return commandOrder(call, { name: "release", update: releaseUpdate, order, reason, ...about, status: 200 });
  },
);
