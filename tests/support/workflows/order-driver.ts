import { randomBytes, randomUUID } from "node:crypto";
import { expect } from "@jest/globals";
import { WithStartWorkflowOperation, WorkflowNotFoundError, WorkflowUpdateStage } from "@temporalio/client";
import { type SearchAttributePair, TypedSearchAttributes } from "@temporalio/common";
import type { StepProblem } from "../../../domain/chain/problems.ts";
import type { Ruling } from "../../../domain/dispute/ruling.ts";
import { type DisputeId, mintId, type OrderId, type UserId } from "../../../domain/ids.ts";
import type { OrderCommandName } from "../../../domain/order/commands.ts";
import {
  type OperatorDecision,
  operatorDecisionSignal,
  type Progress,
  progressQuery,
} from "../../../workflows/contracts/operating.ts";
import {
  type CreateOrder,
  cancelUpdate,
  completeMilestoneUpdate,
  createEscrowUpdate,
  createUpdate,
  fundEscrowUpdate,
  ORDER_WORKFLOW,
  type OrderView,
  openDisputeUpdate,
  orderWorkflowId,
  previewUpdate,
  refundUpdate,
  releaseUpdate,
  reserveUpdate,
} from "../../../workflows/contracts/order.ts";
import { orderIdKey, paymentKindKey } from "../../../workflows/contracts/search-attributes.ts";
import { PAYMENTS_QUEUE } from "../../../workflows/contracts/task-queues.ts";
import type { WorkflowBench } from "./bench.ts";
import { eventually } from "./eventually.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

const UPDATES = {
  reserve: reserveUpdate,
  cancel: cancelUpdate,
  createEscrow: createEscrowUpdate,
  fundEscrow: fundEscrowUpdate,
  release: releaseUpdate,
  refund: refundUpdate,
  completeMilestone: completeMilestoneUpdate,
  openDispute: openDisputeUpdate,
} as const satisfies Record<OrderCommandName, unknown>;

/** What a command says unless the test says otherwise. */
const SAYS: Partial<Record<OrderCommandName, object>> = {
  refund: { reason: "not needed any more" },
  completeMilestone: { milestoneRef: "part-0" },
  openDispute: { openedBy: "BUYER", disputeReason: "NOT_DELIVERED", evidence: ["a photograph"] },
};

/** The commands that take an order from its reservation to the seller's money. */
export const HAPPY_COMMANDS = ["reserve", "createEscrow", "fundEscrow", "release"] as const;

export const CALLER = { keyId: "key_test", correlationId: "cor_test" } as const;

type DriverBench = Pick<WorkflowBench, "client" | "world">;

export interface NewOrder {
  readonly amount?: string;
  /** What the buyer has; as much as the order costs unless said otherwise. */
  readonly balance?: string;
  readonly buyerId?: UserId;
  readonly sellerId?: UserId;
}

export type OrderDriver = ReturnType<typeof anOrder>;

/** One order of its own, driven as the gateway drives it. */
export function anOrder({ client, world }: DriverBench, wanted: NewOrder = {}) {
  const amount = wanted.amount ?? "120.00";
  const orderId: OrderId = mintId("order", randomBytes(24));
  const disputeId: DisputeId = mintId("dispute", randomBytes(24));
  const escrowId = mintId("escrow", randomBytes(24));
  const workflowId = orderWorkflowId(orderId);
  const buyerId = wanted.buyerId ?? world.user(wanted.balance ?? amount);
  const sellerId = wanted.sellerId ?? world.user();
  const handle = client.workflow.getHandle(workflowId);
  const request: CreateOrder = {
    caller: CALLER,
    fingerprint: "sha-256 of the request",
    escrowId,
    clientOrderRef: null,
    buyerId,
    sellerId,
    amount,
    currency: "USDC",
    platformFeeBps: 250,
    escrowType: "single-release",
    title: "A logo",
    description: null,
    metadata: null,
    milestones: [],
  };
  const searchAttributes: readonly SearchAttributePair[] = [
    { key: paymentKindKey, value: "order" },
    { key: orderIdKey, value: orderId },
  ];

  return {
    orderId,
    escrowId,
    workflowId,
    buyerId,
    sellerId,
    amount,
    handle,
    create: (change: Partial<CreateOrder> = {}, updateId: string = randomUUID()): Promise<Outcome<OrderView>> =>
      outcomeOf(
        client.workflow.executeUpdateWithStart(createUpdate, {
          args: [{ ...request, ...change }],
          updateId,
          startWorkflowOperation: new WithStartWorkflowOperation(ORDER_WORKFLOW, {
            workflowId,
            taskQueue: PAYMENTS_QUEUE,
            args: [{ orderId }],
            workflowIdConflictPolicy: "USE_EXISTING",
            workflowIdReusePolicy: "REJECT_DUPLICATE",
            typedSearchAttributes: new TypedSearchAttributes([...searchAttributes]),
          }),
        }),
      ),
    disputeId,
    /** Sends a command; what it says besides who asks can be changed. */
    command: (
      name: OrderCommandName,
      updateId: string = randomUUID(),
      says: object = {},
    ): Promise<Outcome<OrderView>> =>
      outcomeOf(
        handle.executeUpdate(UPDATES[name] as typeof reserveUpdate, {
          args: [{ caller: CALLER, ...SAYS[name], ...(name === "openDispute" && { disputeId }), ...says }],
          updateId,
        }),
      ),
    /** Sends a command; resolves when it was accepted, with its outcome still to come. */
    async accepted(name: OrderCommandName): Promise<{ readonly outcome: Promise<Outcome<OrderView>> }> {
      const update = await handle.startUpdate(UPDATES[name] as typeof reserveUpdate, {
        args: [{ caller: CALLER, ...SAYS[name], ...(name === "openDispute" && { disputeId }) }],
        updateId: randomUUID(),
        waitForStage: WorkflowUpdateStage.ACCEPTED,
      });
      return { outcome: outcomeOf(update.result()) };
    },
    preview: (ruling: Ruling) => outcomeOf(handle.executeUpdate(previewUpdate, { args: [{ ruling }] })),
    progress: () => handle.query(progressQuery),
    decide: (decision: Partial<OperatorDecision> & Pick<OperatorDecision, "action">) =>
      handle.signal(operatorDecisionSignal, { decisionId: randomUUID(), reason: "a person looked", ...decision }),
    status: () => world.ledger.statuses(orderId).at(-1) ?? null,
    result: () => handle.result() as Promise<OrderView>,
  };
}

/** Takes the order through commands, each of which must succeed. */
export async function carryOut(order: OrderDriver, commands: readonly OrderCommandName[]): Promise<OrderDriver> {
  for (const name of commands) {
    const outcome = await order.command(name);
    if ("refused" in outcome) throw new Error(`${name} was refused: ${outcome.refused}`);
  }
  return order;
}

/** An order that was created and taken through commands. */
export async function anOrderAfter(bench: DriverBench, commands: readonly OrderCommandName[], wanted: NewOrder = {}) {
  const order = anOrder(bench, wanted);
  await order.create();
  return carryOut(order, commands);
}

/** Waits until the payment is parked for this reason, and returns its progress. */
export async function parked(payment: Pick<OrderDriver, "progress">, reason: StepProblem): Promise<Progress> {
  const look = () => payment.progress().catch(nullIfNotStarted);
  const progress = await eventually(look, (seen) => seen?.parkedReason === reason);
  expect(progress).toMatchObject({ parkedReason: reason, waitingFor: "operator" });
  return progress as Progress;
}

function nullIfNotStarted(error: unknown): null {
  if (error instanceof WorkflowNotFoundError) return null;
  throw error;
}
