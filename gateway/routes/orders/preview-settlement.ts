import { AppError } from "../../../domain/errors.ts";
import type { OrderId } from "../../../domain/ids.ts";
import { formatAmount } from "../../../domain/money.ts";
import { orderWorkflowId, previewUpdate } from "../../../workflows/contracts/order.ts";
import { type CallContext, endpoint } from "../../endpoint.ts";
import { type Answer, ok } from "../../envelope.ts";
import { invalid } from "../../middleware/validate.ts";
import { type OrderRow, visibleOrder } from "../../reads/orders.ts";
import { milestoneOfSettlement } from "./command-order.ts";
import { type RulingInput, refuseImpossibleRuling, rulingOf, toRuling } from "./disputes/ruling.ts";
import { PreviewBody, RULING_ALIASES } from "./disputes/schemas.ts";
import { PreviewWire, SettlementParams } from "./schemas.ts";

export const previewSettlement = endpoint(
  {
    method: "post",
    path: "/orders/{orderId}/resolution/preview",
    operationId: "previewSettlement",
    tag: "Orders",
    summary: "What a release, a refund or a split would pay now, with its fees and transactions. Changes nothing.",
    access: "read",
    params: SettlementParams,
    body: PreviewBody,
    aliases: RULING_ALIASES,
    shape: "flagged",
    status: 200,
    data: PreviewWire,
    errors: [
      "ORDER_NOT_FOUND",
      "MILESTONE_NOT_FOUND",
      "INVALID_STATE",
      "INVALID_AMOUNT",
      "STELLAR_NETWORK_ERROR",
      "PROVIDER_TIMEOUT",
    ],
  },
  async (call) => {
    const order = await visibleOrder(call.deps.db, call.caller, call.params.orderId);
    const { milestoneRef } = milestoneOfSettlement(order, call.body.milestoneRef);
    if (order.escrowType === "multi-release" && milestoneRef === undefined) {
      throw invalid([{ field: "milestoneRef", message: "is required: this order is settled milestone by milestone" }]);
    }
    return previewOf(call, order, call.body, milestoneRef);
  },
);

type Preview = (typeof PreviewWire)["_output"];

/** Asks the order's workflow, which looks at the chain. */
export async function previewOf(
  call: CallContext,
  order: OrderRow,
  asked: RulingInput,
  milestoneRef: string | undefined,
): Promise<Answer<Preview>> {
  const decided = rulingOf(asked);
  const milestone = order.milestones.find(({ ref }) => ref === milestoneRef);
  refuseImpossibleRuling(decided, formatAmount((milestone ?? order).amountStroops));
  const reply = await call.deps.temporal.command({
    workflowId: orderWorkflowId(order.id as OrderId),
    update: previewUpdate,
    updateId: call.identity.updateId,
    argument: { ruling: toRuling(decided), ...(milestoneRef !== undefined && { milestoneRef }) },
    replyBy: call.replyBy,
  });
  if (reply.kind === "final") return ok(reply.result);
  if (reply.kind === "pending") throw new AppError("PROVIDER_TIMEOUT", { provider: "stellar" });
  throw new AppError("INVALID_STATE", { id: order.id, currentState: order.status });
}
