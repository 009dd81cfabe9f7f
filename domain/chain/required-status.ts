import type { OrderStatus } from "../order/states.ts";
import type { WithdrawalStatus } from "../withdrawal/states.ts";
import type { ChainIntent } from "./intent.ts";

/** Where a payment must stand for a transaction of it to be signed. Checked by the very statement that commits the signature. */
export type RequiredStatus =
  | { readonly noun: "orders"; readonly id: string; readonly status: OrderStatus }
  | { readonly noun: "withdrawal"; readonly id: string; readonly status: WithdrawalStatus }
  | { readonly noun: "wallet"; readonly id: string; readonly status: "CREATED" };

export function statusRequiredBy(intent: ChainIntent): RequiredStatus {
  switch (intent.kind) {
    case "activateWallet":
      return { noun: "wallet", id: intent.walletId, status: "CREATED" };
    case "deployEscrow":
      return { noun: "orders", id: intent.order.orderId, status: "ESCROW_CREATING" };
    case "fundEscrow":
      return { noun: "orders", id: intent.order.orderId, status: "ESCROW_FUNDING" };
    case "completeMilestone":
    case "approveMilestone":
    case "releaseEscrow":
      return { noun: "orders", id: intent.order.orderId, status: "RELEASE_REQUESTED" };
    case "payOut":
      return { noun: "withdrawal", id: intent.payout.withdrawalId, status: "WITHDRAWAL_PENDING" };
  }
}
