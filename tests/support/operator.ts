import { randomUUID } from "node:crypto";
import { Client, Connection } from "@temporalio/client";
import type { Stack } from "../../cli/stack/stack.ts";
import { type OperatorDecision, operatorDecisionSignal } from "../../workflows/contracts/operating.ts";
import { PAYMENTS_QUEUE } from "../../workflows/contracts/task-queues.ts";

export interface Operator {
  /** Decides about a parked workflow. */
  decide(workflowId: string, action: OperatorDecision["action"]): Promise<void>;
  /** Starts a workflow that the system starts by itself as a rule. */
  begin(workflowType: string, workflowId: string, input: object): Promise<unknown>;
  close(): Promise<void>;
}

/** The person who unblocks payments, at Temporal itself. */
export async function openOperator({ urls }: Stack): Promise<Operator> {
  const connection = await Connection.connect({ address: urls.temporalAddress });
  const client = new Client({ connection, namespace: urls.temporalNamespace });
  return {
    decide: (workflowId, action) =>
      client.workflow
        .getHandle(workflowId)
        .signal(operatorDecisionSignal, { decisionId: randomUUID(), action, reason: "a test decided so" }),
    begin: (workflowType, workflowId, input) =>
      client.workflow.start(workflowType, { workflowId, taskQueue: PAYMENTS_QUEUE, args: [input] }),
    close: () => connection.close(),
  };
}
