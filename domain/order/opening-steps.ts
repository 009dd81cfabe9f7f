import type { OrderTerms } from "../chain/intent.ts";
import { ledgerAccounts } from "../ledger/accounts.ts";
import { transfer } from "../ledger/entry.ts";
import { parseOrderAmount } from "../money.ts";
import { balanceEvent, orderEvent, withBalance } from "../public-events.ts";
import type { Step } from "../step.ts";
import type { Deadline } from "./deadlines.ts";
import type { OrderDetails, OrderFact } from "./order-facts.ts";
import { audit, orderMove, told } from "./step-parts.ts";

type OrderCanceled = Extract<OrderFact, { kind: "orderCanceled" }>;

export function created(order: OrderTerms, details: OrderDetails): Step {
  const event = orderEvent(order, "created", {
    buyerId: order.buyerId,
    sellerId: order.sellerId,
    amount: order.amount,
    currency: order.currency,
    title: order.title,
    description: details.description,
    clientOrderRef: details.clientOrderRef,
  });
  const orderRow = {
    id: order.orderId,
    client_order_ref: details.clientOrderRef,
    buyer_id: order.buyerId,
    seller_id: order.sellerId,
    amount_stroops: parseOrderAmount(order.amount).toString(),
    platform_fee_bps: order.platformFeeBps,
    currency: order.currency,
    escrow_type: details.escrowType,
    status: "ORDER_CREATED",
    title: order.title,
    description: details.description,
    metadata: details.metadata,
  };
  const milestoneRows = order.milestones.map((milestone, position) => ({
    noun: "milestone" as const,
    row: {
      id: milestone.milestoneId,
      order_id: order.orderId,
      position,
      ref: milestone.ref,
      title: milestone.title,
      amount_stroops: parseOrderAmount(milestone.amount).toString(),
      status: "OPEN",
    },
  }));
  return {
    inserts: [{ noun: "orders", row: orderRow }, ...milestoneRows],
    audits: [audit(order, "CREATE", "order.created", null, { status: "ORDER_CREATED" })],
    events: [event],
  };
}

export function reserved(order: OrderTerms): Step {
  const held = balanceEvent("reserved", order.buyerId, {
    amount: order.amount,
    currency: order.currency,
    orderId: order.orderId,
  });
  const event = withBalance(
    orderEvent(order, "funds_reserved", { buyerId: order.buyerId, amount: order.amount, currency: order.currency }),
    order.buyerId,
    { reservedBalance: "newReserved", availableBalance: "newAvailable" },
  );
  return {
    moves: [orderMove(order, "ORDER_CREATED", "FUNDS_RESERVED")],
    entry: transfer(
      "reserve",
      ledgerAccounts.available(order.buyerId),
      ledgerAccounts.reserved(order.buyerId),
      parseOrderAmount(order.amount),
    ),
    ...told(order, "ORDER_CREATED", "FUNDS_RESERVED", [held, event]),
  };
}

export function canceled(fact: OrderCanceled): Step {
  const { order, from, canceledBy, canceledAt, reason, emptyContract } = fact;
  const wasHeld = from !== "ORDER_CREATED";
  const givenBack = balanceEvent("released", order.buyerId, {
    amount: order.amount,
    currency: order.currency,
    orderId: order.orderId,
    reason: "cancel",
  });
  const closing = told(order, from, "CLOSED", [
    ...(wasHeld ? [givenBack] : []),
    orderEvent(order, "canceled", { buyerId: order.buyerId, canceledBy, reason, canceledAt, fundsReleased: wasHeld }),
    orderEvent(order, "closed", { finalStatus: "CLOSED", outcome: "CANCELED", closedAt: canceledAt }),
  ]);
  const proof = emptyContract && audit(order, "UPDATE", "escrow.found_empty", null, { ...emptyContract });
  return {
    moves: [orderMove(order, from, "CLOSED", { outcome: "CANCELED" })],
    ...(wasHeld && {
      entry: transfer(
        "cancel",
        ledgerAccounts.reserved(order.buyerId),
        ledgerAccounts.available(order.buyerId),
        parseOrderAmount(order.amount),
      ),
    }),
    ...closing,
    audits: [...(proof ? [proof] : []), ...closing.audits],
  };
}

export function reminded(order: OrderTerms, deadline: Deadline): Step {
  return { events: [orderEvent(order, "deadline_approaching", { action: deadline.action, at: deadline.at })] };
}

/** The clock was stopped, and begins anew. @param previousAt when it would have been over (ISO time) */
export function renewed(order: OrderTerms, { action, at }: Deadline, previousAt: string): Step {
  return { events: [orderEvent(order, "deadline_renewed", { action, at, previousAt })] };
}
