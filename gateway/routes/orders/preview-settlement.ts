import { AppError } from "../../../domain/errors.ts";
import type { OrderId } from "../../../domain/ids.ts";
import { formatAmount } from "../../../domain/money.ts";
import { orderWorkflowId, previewUpdate } from "../../../workflows/contracts/order.ts";
import { type CallContext, endpoint } from "../../endpoint.ts";
import { type Answer, ok } from "../../envelope.ts";
import { type OrderRow, visibleOrder } from "../../reads/orders.ts";
import { type RulingInput, refuseImpossibleRuling, rulingOf, toRuling } from "./disputes/ruling.ts";
import { RULING_ALIASES, RulingBody } from "./disputes/schemas.ts";
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
    body: RulingBody,
    aliases: RULING_ALIASES,
    shape: "flagged",
    status: 200,
    data: PreviewWire,
    errors: ["ORDER_NOT_FOUND", "INVALID_STATE", "INVALID_AMOUNT", "STELLAR_NETWORK_ERROR", "PROVIDER_TIMEOUT"],
  },
  async (call) => previewOf(call, await visibleOrder(call.deps.db, call.caller, call.params.orderId), call.body),
);

type Preview = (typeof PreviewWire)["_output"];

/** Asks the order's workflow, which looks at the chain. */
export async function previewOf(call: CallContext, order: OrderRow, asked: RulingInput): Promise<Answer<Preview>> {
  const decided = rulingOf(asked);
  refuseImpossibleRuling(decided, formatAmount(order.amountStroops));
  const reply = await call.deps.temporal.command({
    workflowId: orderWorkflowId(order.id as OrderId),
    update: previewUpdate,
    updateId: call.identity.updateId,
    argument: { ruling: toRuling(decided) },
    replyBy: call.replyBy,
  });
  if (reply.kind === "final") return ok(reply.result);
  if (reply.kind === "pending") throw new AppError("PROVIDER_TIMEOUT", { provider: "stellar" });
  throw new AppError("INVALID_STATE", { id: order.id, currentState: order.status });
}
