import type { ChainReceipt, OrderTerms } from "./chain/intent.ts";
import { userOfAvailable } from "./ledger/accounts.ts";
import type { BalanceMoment, PublicEvent } from "./step.ts";

type Payload = Readonly<Record<string, unknown>>;

export function orderEvent(order: OrderTerms, verb: string, payload: Payload): PublicEvent {
  return {
    type: `order.${verb}`,
    aggregateType: "Order",
    aggregateId: order.orderId,
    userId: order.buyerId,
    counterpartyId: order.sellerId,
    payload: { orderId: order.orderId, ...payload },
  };
}

export function escrowEvent(order: OrderTerms, verb: string, payload: Payload): PublicEvent {
  return {
    type: `escrow.${verb}`,
    aggregateType: "Escrow",
    aggregateId: order.escrowId,
    userId: order.buyerId,
    counterpartyId: order.sellerId,
    payload: { escrowId: order.escrowId, orderId: order.orderId, amount: order.amount, ...payload },
  };
}

const AVAILABLE = { previousAvailableBalance: "previousAvailable", newAvailableBalance: "newAvailable" } as const;
const RESERVED = { previousReservedBalance: "previousReserved", newReservedBalance: "newReserved" } as const;

/** A balance event about one user; holds show the reserved balance too. */
export function balanceEvent(
  verb: "credited" | "debited" | "reserved" | "released",
  userId: string,
  payload: Payload,
): PublicEvent {
  const fields: Record<string, BalanceMoment> = { ...AVAILABLE };
  if (verb === "reserved" || verb === "released") Object.assign(fields, RESERVED);
  if (verb === "credited") fields.newBalance = "newAvailable";
  return {
    type: `balance.${verb}`,
    aggregateType: "Balance",
    aggregateId: userId,
    userId,
    payload: { userId, ...payload },
    balance: { userId, fields },
  };
}

/** Adds a user's balance to an event under the names that its consumers know. */
export function withBalance(event: PublicEvent, userId: string, fields: Record<string, BalanceMoment>): PublicEvent {
  return { ...event, balance: { userId, fields } };
}

/** A payment of ours to the wallet of a user of ours is a deposit there; the follower leaves it to the payment's workflow. */
export const arrivals = (sourceId: string, currency: string, { booked, txHash }: ChainReceipt): PublicEvent[] =>
  Object.entries(booked ?? {}).flatMap(([account, amount]) => {
    const userId = userOfAvailable(account);
    if (!userId) return [];
    const source = { source: "stellar_deposit", sourceId, transactionHash: txHash };
    return [balanceEvent("credited", userId, { amount, currency, ...source })];
  });
