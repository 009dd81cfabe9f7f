import { endpoint } from "../../../endpoint.ts";
import { visibleDispute } from "../../../reads/disputes.ts";
import { visibleOrder } from "../../../reads/orders.ts";
import { previewOf } from "../preview-settlement.ts";
import { PreviewWire } from "../schemas.ts";
import { DisputeParams, RULING_ALIASES, RulingBody } from "./schemas.ts";

export const previewDispute = endpoint(
  {
    method: "post",
    path: "/disputes/{id}/preview",
    operationId: "previewDispute",
    tag: "Disputes",
    summary: "What a decision would pay now, with its fees and transactions. Changes nothing.",
    access: "read",
    params: DisputeParams,
    body: RulingBody,
    aliases: RULING_ALIASES,
    shape: "flagged",
    status: 200,
    data: PreviewWire,
    errors: ["DISPUTE_NOT_FOUND", "INVALID_STATE", "INVALID_AMOUNT", "STELLAR_NETWORK_ERROR", "PROVIDER_TIMEOUT"],
  },
  async (call) => {
    const { orderId, milestone } = await visibleDispute(call.deps.db, call.caller, call.params.id);
    return previewOf(call, await visibleOrder(call.deps.db, call.caller, orderId), call.body, milestone?.ref);
  },
);
