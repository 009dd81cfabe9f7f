import type { OrderId } from "../../../domain/ids.ts";
import { ORDER_TRANSITIONS, type OrderStatus } from "../../../domain/order/states.ts";
import { isFinal } from "../../../domain/state-machine.ts";
import { orderWorkflowId } from "../../../workflows/contracts/order.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { progressOf } from "../../progress.ts";
import { visibleOrder } from "../../reads/orders.ts";
import { ProgressWire } from "../../schemas.ts";
import { OrderParams } from "./schemas.ts";

export const getOrderProgress = endpoint(
  {
    method: "get",
    path: "/orders/{id}/progress",
    operationId: "getOrderProgress",
    tag: "Orders",
    summary: "Where the order is now, step by step, and what it waits for.",
    access: "read",
    params: OrderParams,
    shape: "flagged",
    status: 200,
    data: ProgressWire,
    errors: ["ORDER_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    const { id, status, updatedAt } = await visibleOrder(deps.db, caller, params.id);
    const workflowId = orderWorkflowId(id as OrderId);
    const final = isFinal<OrderStatus>(ORDER_TRANSITIONS, status as OrderStatus);
    return ok(await progressOf(deps, { workflowId, status, updatedAt, isFinal: final }));
  },
);
