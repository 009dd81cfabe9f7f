import type { UpdateDefinition } from "@temporalio/common";
import { AppError } from "../../../domain/errors.ts";
import type { OrderId } from "../../../domain/ids.ts";
import { allowedStates, isAchieved, mayStart, type OrderCommandName } from "../../../domain/order/commands.ts";
import { type OrderCommand, type OrderView, orderWorkflowId } from "../../../workflows/contracts/order.ts";
import { commandCaller } from "../../command-caller.ts";
import type { CallContext } from "../../endpoint.ts";
import { type Answer, accepted } from "../../envelope.ts";
import { invalid } from "../../middleware/validate.ts";
import { type OrderRow, visibleOrder } from "../../reads/orders.ts";
import { onceItHasCaughtUp } from "./behind-its-row.ts";
import { type Order, presentOrder } from "./present.ts";
import { situationOf } from "./situation-of.ts";

export interface OrderRequest<Argument> {
  readonly name: OrderCommandName;
  readonly update: UpdateDefinition<OrderView, [Argument]>;
  readonly order: OrderRow;
  /** What the command says besides who asks. */
  readonly argument: Omit<Argument, "caller">;
}

export interface CommandedOrder {
  readonly order: OrderRow;
  /** False while the command goes on after the reply. */
  readonly isFinal: boolean;
  /** The dispute that the workflow answered with; while it has not answered, the order's latest. */
  readonly disputeId: string | null;
}

/** Asks the order's workflow, and reads the order as it is afterwards. */
export async function askOrder<Argument extends OrderCommand>(
  call: CallContext,
  { name, update, order, argument }: OrderRequest<Argument>,
): Promise<CommandedOrder> {
  const { deps, caller, identity, replyBy } = call;
  const read = () => visibleOrder(deps.db, caller, order.id);
  const reply = await onceItHasCaughtUp(name, read, () =>
    deps.temporal.command({
      workflowId: orderWorkflowId(order.id as OrderId),
      update,
      updateId: identity.updateId,
      argument: { caller: commandCaller(call), ...argument } as Argument,
      replyBy,
    }),
  );
  const present = await read();
  if (reply.kind === "gone") refuseUnlessAchieved(name, present);
  const said = reply.kind === "final" ? reply.result.disputeId : null;
  return { order: present, isFinal: reply.kind !== "pending", disputeId: said ?? present.disputes[0]?.id ?? null };
}

export interface PlainRequest extends Omit<OrderRequest<OrderCommand>, "argument"> {
  readonly reason?: string | null | undefined;
  /** Of a multi-release order. */
  readonly milestoneRef?: string | undefined;
  /** What a success answers. */
  readonly status: 200 | 201;
}

/** Asks the order's workflow and answers with the order as it is afterwards. */
export async function commandOrder(call: CallContext, request: PlainRequest): Promise<Answer<Order>> {
  const { reason, milestoneRef } = request;
  const argument = { reason: reason ?? null, ...(milestoneRef !== undefined && { milestoneRef }) };
  const { order, isFinal } = await askOrder(call, { ...request, argument });
  const data = presentOrder(order);
  return isFinal ? { status: request.status, data } : accepted(data, `/orders/${order.id}`);
}

/**
 * The milestone that a settlement is about.
 * @throws AppError VALIDATION_ERROR for a single-release order, which is settled as a whole; MILESTONE_NOT_FOUND
 */
export function milestoneOfSettlement(order: OrderRow, ref: string | null | undefined): { milestoneRef?: string } {
  if (ref === null || ref === undefined) return {};
  if (order.escrowType !== "multi-release") {
    throw invalid([{ field: "milestoneRef", message: "a single-release order is settled as a whole" }]);
  }
  if (order.milestones.some((milestone) => milestone.ref === ref)) return { milestoneRef: ref };
  throw new AppError("MILESTONE_NOT_FOUND", { orderId: order.id, milestoneRef: ref });
}

/** Money leaves the buyer: a key that stands for the seller alone may not make it. @throws AppError USER_NOT_ELIGIBLE */
export function refuseSellersKey({ caller }: CallContext, order: OrderRow): void {
  if (caller.boundUserId === null || caller.boundUserId === order.buyerId) return;
  throw new AppError("USER_NOT_ELIGIBLE", { userId: caller.boundUserId, reason: "NOT_THE_BUYER" });
}

/** Money goes back to the buyer, or work is called done: a key that stands for the buyer alone may not make it so. */
export function refuseBuyersKey({ caller }: CallContext, order: OrderRow): void {
  if (caller.boundUserId === null || caller.boundUserId === order.sellerId) return;
  throw new AppError("USER_NOT_ELIGIBLE", { userId: caller.boundUserId, reason: "NOT_THE_SELLER" });
}

/** The workflow is over, so the row says how it ended. */
function refuseUnlessAchieved(name: OrderCommandName, order: OrderRow): void {
  const situation = situationOf(order);
  if (isAchieved(name, situation)) return;
  if (mayStart(name, situation))
    throw new AppError("SERVICE_UNAVAILABLE", { dependency: "temporal", orderId: order.id });
  throw new AppError("INVALID_STATE", {
    id: order.id,
    currentState: order.status,
    allowedStates: allowedStates(name),
  });
}
