import { randomBytes, randomUUID } from "node:crypto";
import { type Client, WithStartWorkflowOperation } from "@temporalio/client";
import { TypedSearchAttributes } from "@temporalio/common";
import { mintId, type OrderId, type UserId } from "../../domain/ids.ts";
import type { FakeWorld } from "../../tests/support/workflows/fake-world.ts";
import {
  type CreateOrder,
  createEscrowUpdate,
  createUpdate,
  fundEscrowUpdate,
  ORDER_WORKFLOW,
  orderWorkflowId,
  releaseUpdate,
  reserveUpdate,
} from "../../workflows/contracts/order.ts";
import { orderIdKey, paymentKindKey } from "../../workflows/contracts/search-attributes.ts";
import { PAYMENTS_QUEUE } from "../../workflows/contracts/task-queues.ts";

const CALLER = { keyId: "key_bench", correlationId: "cor_bench" } as const;
const AMOUNT = "120.00";

export interface LivedOrder {
  readonly orderId: OrderId;
  readonly workflowId: string;
  readonly users: readonly [UserId, UserId];
}

/** One order from its creation to the seller's money, commanded as the gateway commands it. */
export async function liveAnOrder(client: Client, world: FakeWorld): Promise<LivedOrder> {
  const orderId: OrderId = mintId("order", randomBytes(24));
  const users = [world.user(AMOUNT), world.user()] as const;
  const workflowId = orderWorkflowId(orderId);
  await client.workflow.executeUpdateWithStart(createUpdate, {
    args: [requestOf(users)],
    updateId: randomUUID(),
    startWorkflowOperation: new WithStartWorkflowOperation(
      ORDER_WORKFLOW,
      startOptionsOf(workflowId, orderId, [{ orderId }]),
    ),
  });
  const handle = client.workflow.getHandle(workflowId);
  for (const update of [reserveUpdate, createEscrowUpdate, fundEscrowUpdate, releaseUpdate]) {
    await handle.executeUpdate(update, { args: [{ caller: CALLER }], updateId: randomUUID() });
  }
  await handle.result();
  return { orderId, workflowId, users };
}

/** Of an order and of its twin. */
export const startOptionsOf = <const Args extends readonly unknown[]>(
  workflowId: string,
  orderId: string,
  args: Args,
) => ({
  workflowId,
  taskQueue: PAYMENTS_QUEUE,
  args,
  workflowIdConflictPolicy: "USE_EXISTING" as const,
  workflowIdReusePolicy: "REJECT_DUPLICATE" as const,
  typedSearchAttributes: new TypedSearchAttributes([
    { key: paymentKindKey, value: "order" },
    { key: orderIdKey, value: orderId },
  ]),
});

const requestOf = ([buyerId, sellerId]: readonly [UserId, UserId]): CreateOrder => ({
  caller: CALLER,
  fingerprint: "sha-256 of the request",
  escrowId: mintId("escrow", randomBytes(24)),
  clientOrderRef: null,
  buyerId,
  sellerId,
  amount: AMOUNT,
  currency: "USDC",
  platformFeeBps: 250,
  escrowType: "single-release",
  title: "A logo",
  description: null,
  metadata: null,
  milestones: [],
});
