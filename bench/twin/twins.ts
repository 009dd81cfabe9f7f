import { randomUUID } from "node:crypto";
import { type Client, WithStartWorkflowOperation } from "@temporalio/client";
import { startOptionsOf } from "./orders.ts";
import { commandUpdate, empty, filler, type TwinPlan, twin } from "./workflows.ts";

/** One twin from its creation to its end, commanded in the same way as the order whose plan it has. */
export async function liveATwin(client: Client, plan: TwinPlan): Promise<string> {
  const [first, ...others] = plan;
  const workflowId = `twin/${randomUUID()}`;
  await client.workflow.executeUpdateWithStart(commandUpdate, {
    args: [filler(first?.requestBytes ?? 0)],
    updateId: randomUUID(),
    startWorkflowOperation: new WithStartWorkflowOperation(twin, startOptionsOf(workflowId, workflowId, [plan])),
  });
  const handle = client.workflow.getHandle(workflowId);
  for (const { requestBytes } of others) {
    await handle.executeUpdate(commandUpdate, { args: [filler(requestBytes)], updateId: randomUUID() });
  }
  await handle.result();
  return workflowId;
}

export async function liveEmptily(client: Client): Promise<void> {
  const workflowId = `empty/${randomUUID()}`;
  await client.workflow.execute(empty, startOptionsOf(workflowId, workflowId, []));
}
