import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { visibleOrder } from "../../reads/orders.ts";
import { presentMilestone } from "./present.ts";
import { MilestoneList, OrderParams } from "./schemas.ts";

export const listMilestones = endpoint(
  {
    method: "get",
    path: "/orders/{id}/milestones",
    operationId: "listMilestones",
    tag: "Orders",
    summary: "The order's milestones, oldest first.",
    access: "read",
    params: OrderParams,
    shape: "flagged",
    status: 200,
    data: MilestoneList,
    errors: ["ORDER_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    const order = await visibleOrder(deps.db, caller, params.id);
    return ok(order.milestones.map(presentMilestone));
  },
);
