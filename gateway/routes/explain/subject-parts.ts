import { DISPUTE_TRANSITIONS, type DisputeStatus } from "../../../domain/dispute/states.ts";
import type { DisputeId, OrderId } from "../../../domain/ids.ts";
import type { OrderSituation } from "../../../domain/order/commands.ts";
import { ORDER_TRANSITIONS, type OrderOutcome, type OrderStatus } from "../../../domain/order/states.ts";
import { isFinal } from "../../../domain/state-machine.ts";
import { disputeWorkflowId } from "../../../workflows/contracts/dispute.ts";
import { orderWorkflowId } from "../../../workflows/contracts/order.ts";
import type { OrderRow } from "../../reads/orders.ts";
import type { Subject, SubjectWorkflow } from "./explain-subject.ts";

/** What the rows say, in the shapes of the domain. Statuses are written through the state machines only. */
type OrderFacts = Pick<OrderRow, "id" | "status" | "outcome" | "updatedAt" | "escrow" | "milestones">;

export const orderWorkflow = ({ id, status, updatedAt }: OrderFacts): SubjectWorkflow => ({
  workflowId: orderWorkflowId(id as OrderId),
  status,
  updatedAt,
  isFinal: isFinal<OrderStatus>(ORDER_TRANSITIONS, status as OrderStatus),
});

export const disputeWorkflow = (
  dispute: Pick<OrderRow["disputes"][number], "id" | "status" | "updatedAt">,
): SubjectWorkflow => ({
  workflowId: disputeWorkflowId(dispute.id as DisputeId),
  status: dispute.status,
  updatedAt: dispute.updatedAt,
  isFinal: isFinal<DisputeStatus>(DISPUTE_TRANSITIONS, dispute.status as DisputeStatus),
});

export const situationOf = ({ status, outcome, escrow, milestones }: OrderFacts): OrderSituation => ({
  status: status as OrderStatus,
  outcome: outcome as OrderOutcome | null,
  hasContract: Boolean(escrow?.contractId),
  hasOpenMilestone: milestones.some((milestone) => milestone.status === "OPEN"),
});

export const contractReferences = ({ escrow }: OrderFacts): Subject["references"] =>
  escrow?.contractId ? [{ provider: "trustless-work", kind: "escrow contract", id: escrow.contractId }] : [];
