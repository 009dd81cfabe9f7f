import { randomBytes, randomUUID } from "node:crypto";
import { WithStartWorkflowOperation } from "@temporalio/client";
import { mintId, type UserId, type WithdrawalId } from "../../../domain/ids.ts";
import {
  type OperatorDecision,
  operatorDecisionSignal,
  progressQuery,
} from "../../../workflows/contracts/operating.ts";
import { providerHintSignal } from "../../../workflows/contracts/provider-hint.ts";
import { PAYMENTS_QUEUE } from "../../../workflows/contracts/task-queues.ts";
import {
  type CreateWithdrawal,
  cancelUpdate,
  commitUpdate,
  createUpdate,
  refreshUpdate,
  WITHDRAWAL_WORKFLOW,
  type WithdrawalView,
  withdrawalWorkflowId,
} from "../../../workflows/contracts/withdrawal.ts";
import type { WorkflowBench } from "./bench.ts";
import { CALLER } from "./order-driver.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

const UPDATES = { commit: commitUpdate, cancel: cancelUpdate, refresh: refreshUpdate } as const;
export type WithdrawalCommandName = keyof typeof UPDATES;

export type WithdrawalDriver = ReturnType<typeof aWithdrawal>;

/** One withdrawal of 50.00 by a user who has 80.00, driven as the gateway drives it. */
export function aWithdrawal({ client, world }: Pick<WorkflowBench, "client" | "world">, owner?: UserId) {
  const withdrawalId: WithdrawalId = mintId("withdrawal", randomBytes(24));
  const workflowId = withdrawalWorkflowId(withdrawalId);
  const userId = owner ?? world.user("80.00");
  const handle = client.workflow.getHandle(workflowId);
  const request: CreateWithdrawal = {
    caller: CALLER,
    fingerprint: "sha-256 of the request",
    userId,
    amount: "50.00",
    currency: "USDC",
    destinationType: "crypto",
    destinationRef: `address/outside/${withdrawalId}`,
    memo: null,
    description: null,
    commit: true,
  };
  return {
    withdrawalId,
    workflowId,
    userId,
    handle,
    create: (change: Partial<CreateWithdrawal> = {}): Promise<Outcome<WithdrawalView>> =>
      outcomeOf(
        client.workflow.executeUpdateWithStart(createUpdate, {
          args: [{ ...request, ...change }],
          updateId: randomUUID(),
          startWorkflowOperation: new WithStartWorkflowOperation(WITHDRAWAL_WORKFLOW, {
            workflowId,
            taskQueue: PAYMENTS_QUEUE,
            args: [{ withdrawalId }],
            workflowIdConflictPolicy: "USE_EXISTING",
            workflowIdReusePolicy: "REJECT_DUPLICATE",
          }),
        }),
      ),
    hint: () => handle.signal(providerHintSignal, { provider: "airtm", eventId: randomUUID() }),
    reopen: () =>
      client.workflow.execute(WITHDRAWAL_WORKFLOW, {
        workflowId,
        taskQueue: PAYMENTS_QUEUE,
        args: [{ withdrawalId, isReopened: true }],
        workflowIdReusePolicy: "ALLOW_DUPLICATE",
      }) as Promise<WithdrawalView>,
    command: (name: WithdrawalCommandName): Promise<Outcome<WithdrawalView>> =>
      outcomeOf(handle.executeUpdate(UPDATES[name], { args: [{ caller: CALLER }], updateId: randomUUID() })),
    progress: () => handle.query(progressQuery),
    decide: (decision: Partial<OperatorDecision> & Pick<OperatorDecision, "action">) =>
      handle.signal(operatorDecisionSignal, { decisionId: randomUUID(), reason: "a person looked", ...decision }),
    statuses: () => world.ledger.statuses(withdrawalId),
    result: () => handle.result() as Promise<WithdrawalView>,
  };
}
