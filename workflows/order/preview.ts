import { CancellationScope } from "@temporalio/workflow";
import { milestoneAt } from "../../domain/chain/intent.ts";
import { objectionToRuling } from "../../domain/dispute/ruling.ts";
import { milestonePreviewOf, previewOf } from "../../domain/fees/preview.ts";
import { parseStroops } from "../../domain/money.ts";
import type { OrderStatus } from "../../domain/order/states.ts";
import { type PreviewSettlement, previewUpdate } from "../contracts/order.ts";
import { openQuestions } from "../steps/questions.ts";
import { refusal } from "../steps/step-failure.ts";
import type { OrderRun } from "./order-run.ts";
import { readEscrow } from "./read-escrow.ts";

/** While the escrow holds money. */
const PREVIEWABLE: readonly OrderStatus[] = ["IN_PROGRESS", "RELEASE_REQUESTED", "REFUND_REQUESTED", "DISPUTED"];

/** Answers what a decision would do, from what the chain shows now. Waits for nothing and changes nothing. */
export function handlePreviews(run: OrderRun): void {
  const answer = (request: PreviewSettlement) => CancellationScope.nonCancellable(() => preview(run, request));
  openQuestions().handle(previewUpdate, answer, (request) => refuseUnlessPreviewable(run, request));
}

function refuseUnlessPreviewable(run: OrderRun, { ruling, milestoneRef }: PreviewSettlement): void {
  const { orderId } = run.terms();
  const amount = amountOf(run, milestoneRef);
  const objection = objectionToRuling(ruling, amount);
  if (objection) throw refusal("INVALID_AMOUNT", { amount, reason: objection }, objection);
  if (PREVIEWABLE.includes(run.status)) return;
  const details = { currentState: run.status, allowedStates: PREVIEWABLE, orderId };
  throw refusal("INVALID_STATE", details, `there is no money in escrow in ${run.status}`);
}

/** What is divided: the order's amount, or the milestone's. */
function amountOf(run: OrderRun, milestoneRef: string | undefined): string {
  const order = run.terms();
  return milestoneRef === undefined ? order.amount : milestoneAt(order, run.milestoneIndex(milestoneRef)).amount;
}

async function preview(run: OrderRun, { ruling, milestoneRef }: PreviewSettlement) {
  const order = run.terms();
  const now = await readEscrow(run);
  try {
    if (milestoneRef === undefined) return previewOf(order, ruling, now, parseStroops(now.heldAmount));
    return milestonePreviewOf(order, run.milestoneIndex(milestoneRef), ruling, now);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refusal("INVALID_AMOUNT", { heldAmount: now.heldAmount, reason: error.message }, error.message);
  }
}
