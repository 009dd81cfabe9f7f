import { randomBytes, randomUUID } from "node:crypto";
import { WithStartWorkflowOperation } from "@temporalio/client";
import { mintId, type TopUpId, type UserId } from "../../../domain/ids.ts";
import {
  type OperatorDecision,
  operatorDecisionSignal,
  progressQuery,
} from "../../../workflows/contracts/operating.ts";
import { providerHintSignal } from "../../../workflows/contracts/provider-hint.ts";
import { PAYMENTS_QUEUE } from "../../../workflows/contracts/task-queues.ts";
import {
  type CreateTopUp,
  cancelUpdate,
  createUpdate,
  refreshUpdate,
  TOPUP_WORKFLOW,
  type TopUpView,
  topUpWorkflowId,
} from "../../../workflows/contracts/topup.ts";
import type { WorkflowBench } from "./bench.ts";
import { CALLER } from "./order-driver.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

const UPDATES = { cancel: cancelUpdate, refresh: refreshUpdate } as const;

export type TopUpDriver = ReturnType<typeof aTopUp>;

/** One top-up of 50.00 by a user who has nothing, driven as the gateway drives it. */
export function aTopUp({ client, world }: Pick<WorkflowBench, "client" | "world">, owner?: UserId) {
  const topUpId: TopUpId = mintId("topup", randomBytes(24));
  const workflowId = topUpWorkflowId(topUpId);
  const userId = owner ?? world.user();
  const handle = client.workflow.getHandle(workflowId);
  const request: CreateTopUp = {
    caller: CALLER,
    fingerprint: "sha-256 of the request",
    userId,
    amount: "50.00",
    currency: "USD",
    details: { description: null, metadata: null, returnUrl: null, cancelUrl: null },
  };
  return {
    topUpId,
    workflowId,
    userId,
    handle,
    create: (change: Partial<CreateTopUp> = {}): Promise<Outcome<TopUpView>> =>
      outcomeOf(
        client.workflow.executeUpdateWithStart(createUpdate, {
          args: [{ ...request, ...change }],
          updateId: randomUUID(),
          startWorkflowOperation: new WithStartWorkflowOperation(TOPUP_WORKFLOW, {
            workflowId,
            taskQueue: PAYMENTS_QUEUE,
            args: [{ topUpId }],
            workflowIdConflictPolicy: "USE_EXISTING",
            workflowIdReusePolicy: "REJECT_DUPLICATE",
          }),
        }),
      ),
    command: (name: keyof typeof UPDATES): Promise<Outcome<TopUpView>> =>
      outcomeOf(handle.executeUpdate(UPDATES[name], { args: [{ caller: CALLER }], updateId: randomUUID() })),
    hint: () => handle.signal(providerHintSignal, { provider: "airtm", eventId: randomUUID() }),
    reopen: () =>
      client.workflow.execute(TOPUP_WORKFLOW, {
        workflowId,
        taskQueue: PAYMENTS_QUEUE,
        args: [{ topUpId, isReopened: true }],
        workflowIdReusePolicy: "ALLOW_DUPLICATE",
      }) as Promise<TopUpView>,
    progress: () => handle.query(progressQuery),
    decide: (decision: Partial<OperatorDecision> & Pick<OperatorDecision, "action">) =>
      handle.signal(operatorDecisionSignal, { decisionId: randomUUID(), reason: "a person looked", ...decision }),
    statuses: () => world.ledger.statuses(topUpId),
    result: () => handle.result() as Promise<TopUpView>,
  };
}
