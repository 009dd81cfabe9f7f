import { randomBytes, randomUUID } from "node:crypto";
import { WithStartWorkflowOperation } from "@temporalio/client";
import { mintId } from "../../../domain/ids.ts";
import {
  type OperatorDecision,
  operatorDecisionSignal,
  progressQuery,
} from "../../../workflows/contracts/operating.ts";
import {
  approveUpdate,
  cancelUpdate,
  PLATFORM_PAYOUT_WORKFLOW,
  type PlatformPayoutView,
  platformPayoutWorkflowId,
  type RequestPlatformPayout,
  requestUpdate,
} from "../../../workflows/contracts/platform-payout.ts";
import { PAYMENTS_QUEUE } from "../../../workflows/contracts/task-queues.ts";
import type { WorkflowBench } from "./bench.ts";
import { CALLER } from "./order-driver.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

const UPDATES = { approve: approveUpdate, cancel: cancelUpdate } as const;

export type PlatformPayoutDriver = ReturnType<typeof aPlatformPayout>;

/** 50.00 of a suspended user who has 80.00, driven as the gateway drives it. */
export function aPlatformPayout({ client, world }: Pick<WorkflowBench, "client" | "world">) {
  const platformPayoutId = mintId("platformPayout", randomBytes(24));
  const workflowId = platformPayoutWorkflowId(platformPayoutId);
  const userId = world.user("80.00");
  const handle = client.workflow.getHandle(workflowId);
  const terms: RequestPlatformPayout["terms"] = {
    source: userId,
    asset: "USDC",
    amount: "50.00",
    destination: `address/outside/${platformPayoutId}`,
    memo: null,
    reason: "a court order",
  };
  return {
    platformPayoutId,
    workflowId,
    userId,
    handle,
    request: (change: Partial<RequestPlatformPayout["terms"]> = {}): Promise<Outcome<PlatformPayoutView>> =>
      outcomeOf(
        client.workflow.executeUpdateWithStart(requestUpdate, {
          args: [{ caller: CALLER, fingerprint: "sha-256 of the request", terms: { ...terms, ...change } }],
          updateId: randomUUID(),
          startWorkflowOperation: new WithStartWorkflowOperation(PLATFORM_PAYOUT_WORKFLOW, {
            workflowId,
            taskQueue: PAYMENTS_QUEUE,
            args: [{ platformPayoutId }],
            workflowIdConflictPolicy: "USE_EXISTING",
            workflowIdReusePolicy: "REJECT_DUPLICATE",
          }),
        }),
      ),
    command: (name: keyof typeof UPDATES, keyId = "key_second"): Promise<Outcome<PlatformPayoutView>> =>
      outcomeOf(
        handle.executeUpdate(UPDATES[name], { args: [{ caller: { ...CALLER, keyId } }], updateId: randomUUID() }),
      ),
    progress: () => handle.query(progressQuery),
    decide: (decision: Partial<OperatorDecision> & Pick<OperatorDecision, "action">) =>
      handle.signal(operatorDecisionSignal, { decisionId: randomUUID(), reason: "a person looked", ...decision }),
    statuses: () => world.ledger.statuses(platformPayoutId),
    result: () => handle.result() as Promise<PlatformPayoutView>,
  };
}
