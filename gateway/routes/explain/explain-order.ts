import { disputeCommands, orderCommands } from "../../../domain/explain/commands.ts";
import { orderRule } from "../../../domain/explain/order-rules.ts";
import type { SafeAction } from "../../../domain/explain/situation.ts";
import { ORDER_TRANSITIONS, type OrderOutcome, type OrderStatus } from "../../../domain/order/states.ts";
import { isFinal } from "../../../domain/state-machine.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { type OrderRow, visibleOrder } from "../../reads/orders.ts";
import { explainSubject } from "./explain-subject.ts";
import { ExplanationWire, SubjectParams } from "./schemas.ts";
import { contractReferences, disputeWorkflow, orderWorkflow, situationOf } from "./subject-parts.ts";

export const explainOrder = endpoint(
  {
    method: "get",
    path: "/orders/{id}/explain",
    operationId: "explainOrder",
    tag: "Explain",
    summary: "Why the order is not finished: what it waits for, who must act, the evidence, and what may be done now.",
    access: "read",
    params: SubjectParams,
    shape: "flagged",
    status: 200,
    data: ExplanationWire,
    errors: ["ORDER_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    const order = await visibleOrder(deps.db, caller, params.id);
    const { status, outcome } = order as { status: OrderStatus; outcome: OrderOutcome | null }; // written through the state machine only
    const [dispute] = order.disputes;
    return ok(
      await explainSubject(deps, {
        kind: "order",
        id: order.id,
        state: status,
        isFinished: isFinal<OrderStatus>(ORDER_TRANSITIONS, status),
        rule: orderRule(status, outcome),
        commands: commandsOf(order),
        workflows: [orderWorkflow(order), ...(dispute ? [disputeWorkflow(dispute)] : [])],
        booked: { noun: "orders", id: order.id },
        references: contractReferences(order),
        statesPage: "order",
      }),
    );
  },
);

function commandsOf(order: OrderRow): readonly SafeAction[] {
  const [dispute] = order.disputes;
  if (order.status === "DISPUTED" && dispute) return disputeCommands(dispute.id, dispute.status as "OPEN");
  return orderCommands(order.id, situationOf(order));
}
