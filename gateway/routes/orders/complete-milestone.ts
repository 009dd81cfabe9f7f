import { AppError } from "../../../domain/errors.ts";
import { completeMilestoneUpdate } from "../../../workflows/contracts/order.ts";
import { endpoint } from "../../endpoint.ts";
import { accepted, created } from "../../envelope.ts";
import { type OrderRow, visibleOrder } from "../../reads/orders.ts";
import { askOrder, refuseBuyersKey } from "./command-order.ts";
import { presentMilestone } from "./present.ts";
import { MilestoneParams, MilestoneWire } from "./schemas.ts";

export const completeMilestone = endpoint(
  {
    method: "post",
    path: "/orders/{id}/milestones/{ref}/complete",
    operationId: "completeMilestone",
    tag: "Orders",
    summary: "The seller has done a part of the order; also said on the contract.",
    access: "write",
    params: MilestoneParams,
    shape: "flagged",
    status: 201,
    data: MilestoneWire,
    waits: true,
    errors: ["ORDER_NOT_FOUND", "MILESTONE_NOT_FOUND", "INVALID_STATE", "USER_NOT_ELIGIBLE"],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const { id, ref: milestoneRef } = call.params;
    const order = await visibleOrder(call.deps.db, call.caller, id);
    milestoneOf(order, milestoneRef);
    refuseBuyersKey(call, order);
    const asked = { name: "completeMilestone", update: completeMilestoneUpdate, order } as const;
    const after = await askOrder(call, { ...asked, argument: { milestoneRef } });
    const data = presentMilestone(milestoneOf(after.order, milestoneRef));
    return after.isFinal ? created(data) : accepted(data, `/orders/${id}`);
  },
);

function milestoneOf({ id, milestones }: OrderRow, milestoneRef: string) {
  const milestone = milestones.find(({ ref }) => ref === milestoneRef);
  if (!milestone) throw new AppError("MILESTONE_NOT_FOUND", { orderId: id, milestoneRef });
  return milestone;
}
