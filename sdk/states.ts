import type { Order, TopUp, Withdrawal } from "./types.ts";

/** States that only older clients name; no installation sends them. */
type OlderOrderStatus = "ESCROW_CREATED" | "COMPLETED" | "CANCELLED";
type OlderWithdrawalStatus = "WITHDRAWAL_PROCESSING" | "WITHDRAWAL_SUCCEEDED";
type OlderTopUpStatus = "TOPUP_CANCELLED";

type Names<Status extends string> = { readonly [Name in Status]: Name };

/** One of an order's states. */
export type OrderStatus = Order["status"] | OlderOrderStatus;
/** The states of an order by name. */
export const OrderStatus = {
  ORDER_CREATED: "ORDER_CREATED",
  FUNDS_RESERVED: "FUNDS_RESERVED",
  ESCROW_CREATING: "ESCROW_CREATING",
  ESCROW_FUNDING: "ESCROW_FUNDING",
  ESCROW_FUNDED: "ESCROW_FUNDED",
  IN_PROGRESS: "IN_PROGRESS",
  RELEASE_REQUESTED: "RELEASE_REQUESTED",
  REFUND_REQUESTED: "REFUND_REQUESTED",
  DISPUTED: "DISPUTED",
  RELEASED: "RELEASED",
  REFUNDED: "REFUNDED",
  CLOSED: "CLOSED",
  /** @deprecated no installation sends it; listing by it means ESCROW_FUNDING */
  ESCROW_CREATED: "ESCROW_CREATED",
  /** @deprecated no installation sends it; listing by it means CLOSED */
  COMPLETED: "COMPLETED",
  /** @deprecated no installation sends it; listing by it means CLOSED with the outcome CANCELED */
  CANCELLED: "CANCELLED",
} as const satisfies Names<OrderStatus>;

/** One of a withdrawal's states. */
export type WithdrawalStatus = Withdrawal["status"] | OlderWithdrawalStatus;
/** The states of a withdrawal by name. */
export const WithdrawalStatus = {
  WITHDRAWAL_CREATED: "WITHDRAWAL_CREATED",
  WITHDRAWAL_COMMITTED: "WITHDRAWAL_COMMITTED",
  WITHDRAWAL_PENDING: "WITHDRAWAL_PENDING",
  WITHDRAWAL_PENDING_USER_ACTION: "WITHDRAWAL_PENDING_USER_ACTION",
  WITHDRAWAL_COMPLETED: "WITHDRAWAL_COMPLETED",
  WITHDRAWAL_FAILED: "WITHDRAWAL_FAILED",
  WITHDRAWAL_CANCELED: "WITHDRAWAL_CANCELED",
  /** @deprecated no installation sends it */
  WITHDRAWAL_PROCESSING: "WITHDRAWAL_PROCESSING",
  /** @deprecated no installation sends it */
  WITHDRAWAL_SUCCEEDED: "WITHDRAWAL_SUCCEEDED",
} as const satisfies Names<WithdrawalStatus>;

/** One of a top-up's states. */
export type TopUpStatus = TopUp["status"] | OlderTopUpStatus;
/** The states of a top-up by name. */
export const TopUpStatus = {
  TOPUP_CREATED: "TOPUP_CREATED",
  TOPUP_AWAITING_USER_CONFIRMATION: "TOPUP_AWAITING_USER_CONFIRMATION",
  TOPUP_PROCESSING: "TOPUP_PROCESSING",
  TOPUP_SUCCEEDED: "TOPUP_SUCCEEDED",
  TOPUP_FAILED: "TOPUP_FAILED",
  TOPUP_CANCELED: "TOPUP_CANCELED",
  /** @deprecated no installation sends it */
  TOPUP_CANCELLED: "TOPUP_CANCELLED",
} as const satisfies Names<TopUpStatus>;
