import type { ChainReceipt, OrderTerms } from "../chain/intent.ts";
import { parseOrderAmount } from "../money.ts";
import { balanceEvent, escrowEvent, orderEvent } from "../public-events.ts";
import type { Step } from "../step.ts";
import { audited, escrowMove, orderMove, told } from "./step-parts.ts";

export function escrowStarted(order: OrderTerms, isFirst: boolean): Step {
  const row = {
    id: order.escrowId,
    order_id: order.orderId,
    status: "CREATING",
    amount_stroops: parseOrderAmount(order.amount).toString(),
  };
  return {
    inserts: isFirst ? [{ noun: "escrow", row }] : [],
    moves: [orderMove(order, "FUNDS_RESERVED", "ESCROW_CREATING")],
    ...told(order, "FUNDS_RESERVED", "ESCROW_CREATING", [
      orderEvent(order, "escrow_creating", { escrowId: order.escrowId, amount: order.amount }),
    ]),
  };
}

export function escrowDeployed(order: OrderTerms, receipt: ChainReceipt): Step {
  return {
    moves: [
      escrowMove(order, "CREATING", "CREATED", { contract_id: receipt.contractId, tx_hash: receipt.txHash }),
      orderMove(order, "ESCROW_CREATING", "ESCROW_FUNDING"),
    ],
    ...told(order, "ESCROW_CREATING", "ESCROW_FUNDING", [
      escrowEvent(order, "created", { currency: order.currency }),
      orderEvent(order, "escrow_funding", {
        escrowId: order.escrowId,
        amount: order.amount,
        trustlessContractId: receipt.contractId,
      }),
    ]),
  };
}

export function escrowFunded(order: OrderTerms, contractId: string, receipt: ChainReceipt): Step {
  const funded = { trustlessContractId: contractId, fundedAt: receipt.closedAt };
  const taken = balanceEvent("released", order.buyerId, {
    amount: order.amount,
    currency: order.currency,
    orderId: order.orderId,
    reason: "escrow_funded",
  });
  return {
    moves: [
      escrowMove(order, "FUNDING", "FUNDED", { tx_hash: receipt.txHash, funded_at: receipt.closedAt }),
      orderMove(order, "ESCROW_FUNDING", "ESCROW_FUNDED"),
      orderMove(order, "ESCROW_FUNDED", "IN_PROGRESS"),
    ],
    ...told(order, "ESCROW_FUNDING", "IN_PROGRESS", [
      taken,
      escrowEvent(order, "funded", funded),
      orderEvent(order, "escrow_funded", { escrowId: order.escrowId, amount: order.amount, ...funded }),
      orderEvent(order, "in_progress", { escrowId: order.escrowId }),
    ]),
  };
}

export function escrowReused(order: OrderTerms, contractId: string): Step {
  return {
    moves: [orderMove(order, "FUNDS_RESERVED", "ESCROW_FUNDING")],
    ...told(order, "FUNDS_RESERVED", "ESCROW_FUNDING", [
      orderEvent(order, "escrow_funding", {
        escrowId: order.escrowId,
        amount: order.amount,
        trustlessContractId: contractId,
      }),
    ]),
  };
}

export function deploymentRefused(order: OrderTerms): Step {
  return {
    moves: [orderMove(order, "ESCROW_CREATING", "FUNDS_RESERVED")],
    ...audited(order, "ESCROW_CREATING", "FUNDS_RESERVED"),
  };
}

export function fundingStarted(order: OrderTerms, contractId: string): Step {
  return {
    moves: [escrowMove(order, "CREATED", "FUNDING")],
    events: [escrowEvent(order, "funding_started", { trustlessContractId: contractId })],
  };
}

export function fundingRefused(order: OrderTerms): Step {
  return {
    moves: [escrowMove(order, "FUNDING", "CREATED"), orderMove(order, "ESCROW_FUNDING", "FUNDS_RESERVED")],
    ...audited(order, "ESCROW_FUNDING", "FUNDS_RESERVED"),
  };
}
