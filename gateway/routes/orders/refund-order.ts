import { refundUpdate } from "../../../workflows/contracts/order.ts";
import { endpoint } from "../../endpoint.ts";
import { visibleOrder } from "../../reads/orders.ts";
import { commandOrder, milestoneOfSettlement, refuseBuyersKey } from "./command-order.ts";
import { OrderWire, RefundOrderBody, SettlementParams } from "./schemas.ts";

export const refundOrder = endpoint(
  {
    method: "post",
    path: "/orders/{orderId}/resolution/refund",
    equalPaths: ["/orders/{orderId}/refund"],
    operationId: "refundOrder",
    tag: "Orders",
    summary: "Pay the buyer back from escrow, less the fees that the contract takes.",
    access: "write",
    params: SettlementParams,
    body: RefundOrderBody,
    shape: "flagged",
    status: 200,
    data: OrderWire,
    waits: true,
    errors: ["ORDER_NOT_FOUND", "MILESTONE_NOT_FOUND", "INVALID_STATE", "USER_NOT_ELIGIBLE"],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const order = await visibleOrder(call.deps.db, call.caller, call.params.orderId);
    refuseBuyersKey(call, order);
    const { reason, milestoneRef } = call.body;
    const about = milestoneOfSettlement(order, milestoneRef);
    return commandOrder(call, { name: "refund", update: refundUpdate, order, reason, ...about, status: 200 });
  },
);
