import type { Decision } from "../dispute/ruling.ts";
import type { MilestoneStatus } from "../milestone/states.ts";
import type { OrderStatus } from "../order/states.ts";
import type { WithdrawalStatus } from "../withdrawal/states.ts";
import { type ChainIntent, isMultiRelease, milestoneAt, type OrderTerms } from "./intent.ts";

/** Where a payment must stand for a transaction of it to be signed. Checked by the very statement that commits the signature. */
export type RequiredStatus =
  | { readonly noun: "orders"; readonly id: string; readonly statuses: readonly OrderStatus[] }
  | { readonly noun: "withdrawal"; readonly id: string; readonly statuses: readonly WithdrawalStatus[] }
  | { readonly noun: "milestone"; readonly id: string; readonly statuses: readonly MilestoneStatus[] }
  | { readonly noun: "refill"; readonly id: string; readonly statuses: readonly ["REFILL_OPEN"] }
  | { readonly noun: "platform_payout"; readonly id: string; readonly statuses: readonly ["PLATFORM_PAYOUT_PENDING"] }
  | { readonly noun: "wallet"; readonly id: string; readonly statuses: readonly ["CREATED"] };

export function statusRequiredBy(intent: ChainIntent): RequiredStatus {
  switch (intent.kind) {
    case "activateWallet":
      return { noun: "wallet", id: intent.walletId, statuses: ["CREATED"] };
    case "deployEscrow":
      return { noun: "orders", id: intent.order.orderId, statuses: ["ESCROW_CREATING"] };
    case "fundEscrow":
      return { noun: "orders", id: intent.order.orderId, statuses: ["ESCROW_FUNDING"] };
    case "completeMilestone":
      return { noun: "orders", id: intent.order.orderId, statuses: ["IN_PROGRESS", "RELEASE_REQUESTED"] };
    case "approveMilestone":
    case "releaseEscrow":
      return settling(intent.order, intent.milestoneIndex, ["RELEASE_REQUESTED"]);
    case "freezeEscrow":
      return settling(intent.order, intent.milestoneIndex, ["DISPUTED", "REFUND_REQUESTED"]);
    case "resolveEscrow":
      return isMultiRelease(intent.order)
        ? settling(intent.order, intent.milestoneIndex, ["DISPUTED", "REFUND_REQUESTED"])
        : { noun: "orders", id: intent.order.orderId, statuses: WAITS_FOR[intent.ruling.decision] };
    case "withdrawRest":
      return { noun: "orders", id: intent.order.orderId, statuses: ["IN_PROGRESS"] };
    case "refillWallets":
      return { noun: "refill", id: intent.refill.refillId, statuses: ["REFILL_OPEN"] };
    case "payOutPlatform":
      return {
        noun: "platform_payout",
        id: intent.platformPayout.platformPayoutId,
        statuses: ["PLATFORM_PAYOUT_PENDING"],
      };
    case "payOut":
      return { noun: "withdrawal", id: intent.payout.withdrawalId, statuses: ["WITHDRAWAL_PENDING"] };
  }
}

type SettlingStatus = "RELEASE_REQUESTED" | "REFUND_REQUESTED" | "DISPUTED";

/** A single-release order is settled as a whole, a multi-release one milestone by milestone. */
function settling(order: OrderTerms, index: number | undefined, statuses: readonly SettlingStatus[]): RequiredStatus {
  if (!isMultiRelease(order)) return { noun: "orders", id: order.orderId, statuses };
  return { noun: "milestone", id: milestoneAt(order, index ?? -1).milestoneId, statuses };
}

/** A ruling waits where its decision has put the order; a refund without a dispute waits there too. */
const WAITS_FOR = {
  FULL_RELEASE: ["RELEASE_REQUESTED"],
  FULL_REFUND: ["REFUND_REQUESTED"],
  SPLIT: ["DISPUTED"],
} as const satisfies Record<Decision, readonly OrderStatus[]>;
