import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleOrder } from "../../reads/orders.ts";
import { presentOrder } from "./present.ts";
import { OrderParams, OrderWire } from "./schemas.ts";

export const getOrder = endpoint(
  {
    method: "get",
    path: "/orders/{id}",
    operationId: "getOrder",
    tag: "Orders",
    summary: "One order, with its escrow and milestones.",
    access: "read",
    params: OrderParams,
    shape: "flagged",
    status: 200,
    data: OrderWire,
    errors: ["ORDER_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => ok(presentOrder(await visibleOrder(deps.db, caller, params.id))),
);
