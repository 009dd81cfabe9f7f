import { WorkflowExecutionAlreadyStartedError } from "@temporalio/common";
import { ActivityFailure, ParentClosePolicy, startChild } from "@temporalio/workflow";
import type { RefillTerms } from "../../domain/chain/intent.ts";
import { reading } from "../activity-options.ts";
import { REFILL_WALLETS_WORKFLOW, refillWorkflowId } from "../contracts/refill.ts";

/** Has the sponsor refill the wallets that asked for it. Whether it could be asked for or not, the caller tries again later. */
export async function haveRefilled(): Promise<void> {
  try {
    const refill = await reading.stellarOpenRefill({ isSweep: false });
    if (refill) await startRefill(refill);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
  }
}

/** The refill outlives whoever asked for it. One that runs already goes on; one whose run was ended is taken up again. */
export async function startRefill(refill: RefillTerms): Promise<void> {
  try {
    await startChild(REFILL_WALLETS_WORKFLOW, {
      workflowId: refillWorkflowId(refill.refillId),
      args: [{ refill }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: "ALLOW_DUPLICATE",
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
