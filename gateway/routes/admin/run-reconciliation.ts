import { AppError } from "../../../domain/errors.ts";
import { followDepositsWorkflowId } from "../../../workflows/contracts/deposits.ts";
import { finishedUpdate, RECONCILE_WORKFLOW, reconcileWorkflowId } from "../../../workflows/contracts/reconcile.ts";
import { endpoint } from "../../endpoint.ts";
import { accepted, ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { ReconciliationWire } from "./schemas.ts";
import { showReconciliation } from "./show-reconciliation.ts";

export const runReconciliation = endpoint(
  {
    method: "post",
    path: "/admin/reconciliation/run",
    operationId: "runReconciliation",
    tag: "Admin",
    summary: "Compare our ledger, our records and the chain now.",
    access: "support",
    shape: "plain",
    status: 200,
    data: ReconciliationWire,
    waits: true,
    errors: [],
    idempotency: { kind: "attach", keepDays: 1 },
  },
  async ({ caller, deps, identity, replyBy }) => {
    refuseBoundKey(caller);
    const { network } = deps.config.stellar;
    const workflowId = reconcileWorkflowId(network);
    const reply = await deps.temporal.open({
      workflowType: RECONCILE_WORKFLOW,
      workflowId,
      input: { stream: followDepositsWorkflowId(network) },
      update: finishedUpdate,
      updateId: identity.updateId,
      args: [],
      replyBy,
      summary: workflowId,
      searchAttributes: [],
      mayReopen: true,
    });
    if (reply.kind === "gone") throw new AppError("SERVICE_UNAVAILABLE", { dependency: "temporal" }); // it ended just now
    const report = await showReconciliation(deps);
    return reply.kind === "pending" ? accepted(report, "/admin/reconciliation") : ok(report);
  },
);
