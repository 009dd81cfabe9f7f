import type { OrderTerms } from "../../domain/chain/intent.ts";
import { storage } from "../activity-options.ts";
import { type CreateOrder, createUpdate } from "../contracts/order.ts";
import { handleOpening, type Opening } from "../steps/opening.ts";
import { watchDeadlines } from "./deadlines.ts";
import type { OrderRun } from "./order-run.ts";

export function handleCreation(run: OrderRun): Opening {
  return handleOpening({
    update: createUpdate,
    record: (request) => recordCreation(run, request),
    answer: async () => run.view(),
  });
}

async function recordCreation(run: OrderRun, request: CreateOrder): Promise<void> {
  const { caller, clientOrderRef, escrowType, description, metadata } = request;
  const order = termsOf(run, request);
  await storage.storageRequireEligible({ buyerId: order.buyerId, sellerId: order.sellerId });
  const details = { clientOrderRef, escrowType, description, metadata };
  await run.record({ kind: "orderCreated", order, details }, caller);
  run.open(order);
  if (request.deadlines) watchDeadlines(run, request.deadlines);
}

function termsOf(run: OrderRun, request: CreateOrder): OrderTerms {
  const { escrowId, buyerId, sellerId, amount, currency, platformFeeBps, title, milestones, escrowType } = request;
  const terms = {
    orderId: run.orderId,
    escrowId,
    buyerId,
    sellerId,
    amount,
    currency,
    platformFeeBps,
    title,
    milestones,
  };
  return escrowType === "multi-release" ? { ...terms, escrowType } : terms;
}
