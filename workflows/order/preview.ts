import { setHandler } from "@temporalio/workflow";
import { objectionToRuling } from "../../domain/dispute/ruling.ts";
import { previewOf } from "../../domain/fees/preview.ts";
import { parseStroops } from "../../domain/money.ts";
import type { OrderStatus } from "../../domain/order/states.ts";
import { reading } from "../activity-options.ts";
import { type PreviewSettlement, previewUpdate } from "../contracts/order.ts";
import { refusal, sortFailure } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";

/** While the escrow holds money. */
const PREVIEWABLE: readonly OrderStatus[] = ["IN_PROGRESS", "RELEASE_REQUESTED", "REFUND_REQUESTED", "DISPUTED"];

/** Answers what a decision would do, from what the chain shows now. Waits for nothing and changes nothing. */
export function handlePreviews(run: OrderRun): void {
  setHandler(previewUpdate, (request) => preview(run, request), {
    validator: ({ ruling }) => {
      const { amount, orderId } = run.terms();
      const objection = objectionToRuling(ruling, amount);
      if (objection) throw refusal("INVALID_AMOUNT", { amount, reason: objection }, objection);
      if (PREVIEWABLE.includes(run.status)) return;
      const details = { currentState: run.status, allowedStates: PREVIEWABLE, orderId };
      throw refusal("INVALID_STATE", details, `there is no money in escrow in ${run.status}`);
    },
  });
}

async function preview(run: OrderRun, { ruling }: PreviewSettlement) {
  const order = run.terms();
  const now = await reading
    .trustlessWorkReadEscrow({ order, contractId: run.requireContract() })
    .catch((error: unknown) => {
      const { problem, message } = sortFailure(error);
      throw refusal("STELLAR_NETWORK_ERROR", { reason: problem }, message);
    });
  try {
    return previewOf(order, ruling, now, parseStroops(now.heldAmount));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refusal("INVALID_AMOUNT", { heldAmount: now.heldAmount, reason: error.message }, error.message);
  }
}
