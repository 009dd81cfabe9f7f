import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowIdConflictPolicy } from "@temporalio/client";
import { READER } from "../activities/storage/deposits.ts";
import { FOLLOW_DEPOSITS_WORKFLOW, followDepositsWorkflowId } from "../workflows/contracts/deposits.ts";
import { RESCAN_DEPOSITS_WORKFLOW, readerRescanWorkflowId } from "../workflows/contracts/rescan-deposits.ts";
import { PAYMENTS_QUEUE } from "../workflows/contracts/task-queues.ts";
import { ACTIVATE_WALLET_WORKFLOW, walletWorkflowId } from "../workflows/contracts/wallet.ts";

/** The sponsor first: it pays for the accounts of the others. */
const PLATFORM_WALLETS = ["platform/sponsor", "platform/fee-receiver", "platform/dispute-resolver"];

/** Starts what every installation has once: the platform's own wallets and the follower of deposits. Safe to repeat. */
export async function openPlatform(client: Client, network: string, more: readonly string[]): Promise<void> {
  const caller = { keyId: "worker", correlationId: "platform" };
  for (const owner of [...PLATFORM_WALLETS, ...more]) {
    await startOnce(client, ACTIVATE_WALLET_WORKFLOW, walletWorkflowId(owner), [{ owner, caller }]);
  }
  await startOnce(client, FOLLOW_DEPOSITS_WORKFLOW, followDepositsWorkflowId(network), []);
}

/** Has all that the node still has read again, once per newer reading of events. */
export async function rescanAfterUpgrade(client: Client, network: string): Promise<void> {
  const input = { stream: followDepositsWorkflowId(network), fromLedger: null };
  await startOnce(client, RESCAN_DEPOSITS_WORKFLOW, readerRescanWorkflowId(network, READER), [input]);
}

async function startOnce(client: Client, type: string, workflowId: string, args: unknown[]): Promise<void> {
  try {
    await client.workflow.start(type, {
      workflowId,
      args,
      taskQueue: PAYMENTS_QUEUE,
      workflowIdReusePolicy: "ALLOW_DUPLICATE_FAILED_ONLY",
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      staticSummary: workflowId,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
