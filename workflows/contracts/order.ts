import { defineUpdate } from "@temporalio/workflow";
import type { DisputeParty, DisputeReason } from "../../domain/dispute/dispute-facts.ts";
import type { Ruling } from "../../domain/dispute/ruling.ts";
import type { SettlementPreview } from "../../domain/fees/preview.ts";
import type { DisputeId, OrderId, UserId } from "../../domain/ids.ts";
import type { Deadlines } from "../../domain/order/deadlines.ts";
import type { OrderOutcome, OrderStatus } from "../../domain/order/states.ts";
import type { Caller } from "./operating.ts";

export const ORDER_WORKFLOW = "order";
export const orderWorkflowId = (orderId: OrderId): string => `order/${orderId}`;

export interface OrderInput {
  readonly orderId: OrderId;
}

/** Everything the caller said of a new order, already checked by the gateway. Amounts are strings with two decimals. */
export interface CreateOrder {
  readonly caller: Caller;
  /** SHA-256 of the request: another one for the same id is refused. */
  readonly fingerprint: string;
  readonly escrowId: string;
  readonly clientOrderRef: string | null;
  readonly buyerId: UserId;
  readonly sellerId: UserId;
  readonly amount: string;
  readonly currency: "USD" | "USDC";
  readonly platformFeeBps: number;
  readonly escrowType: "single-release" | "multi-release";
  readonly title: string;
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly milestones: readonly {
    readonly milestoneId: string;
    readonly ref: string;
    readonly title: string;
    readonly amount: string;
  }[];
  /** Missing where the order has none. */
  readonly deadlines?: Deadlines;
}

/** The order after the command; the full object is read from Postgres. */
export interface OrderView {
  readonly orderId: OrderId;
  readonly status: OrderStatus;
  readonly outcome: OrderOutcome | null;
  readonly contractId: string | null;
  /** The latest dispute, if there ever was one. */
  readonly disputeId?: DisputeId | null;
}

export interface OrderCommand {
  readonly caller: Caller;
  readonly reason?: string | null;
  /** Of a release or refund of a multi-release order: the milestone it is about; missing: all that are not settled. */
  readonly milestoneRef?: string;
}

export interface CompleteMilestone extends OrderCommand {
  readonly milestoneRef: string;
}

export interface OpenDispute extends OrderCommand {
  readonly disputeId: DisputeId;
  readonly openedBy: DisputeParty;
  /** Why, in the words of the API. */
  readonly disputeReason: DisputeReason;
  readonly evidence: readonly string[];
  /** Of a multi-release order, which is disputed milestone by milestone. */
  readonly milestoneRef?: string;
}

export interface PreviewSettlement {
  readonly ruling: Ruling;
  readonly milestoneRef?: string;
}

/** Opens the order. Refused: USER_NOT_FOUND, USER_NOT_ELIGIBLE, CLIENT_ORDER_REF_REUSED, IDEMPOTENCY_KEY_REUSED. */
export const createUpdate = defineUpdate<OrderView, [CreateOrder]>("create");
/** Holds the buyer's money. Refused: INVALID_STATE, INSUFFICIENT_FUNDS, USER_NOT_ELIGIBLE. */
export const reserveUpdate = defineUpdate<OrderView, [OrderCommand]>("reserve");
/** Gives the hold back and closes the order. Refused: INVALID_STATE. */
export const cancelUpdate = defineUpdate<OrderView, [OrderCommand]>("cancel");
/** Answers when the contract is on the chain. Refused: INVALID_STATE, USER_NOT_ELIGIBLE, PROVIDER_ERROR. */
export const createEscrowUpdate = defineUpdate<OrderView, [OrderCommand]>("createEscrow");
/** Answers when the contract holds the money. Refused: INVALID_STATE, ESCROW_FUNDING_FAILED. */
export const fundEscrowUpdate = defineUpdate<OrderView, [OrderCommand]>("fundEscrow");
/** Answers when the seller is paid on the chain. Refused: INVALID_STATE. */
export const releaseUpdate = defineUpdate<OrderView, [OrderCommand]>("release");
/** Answers when the contract shows the milestone as completed. Refused: MILESTONE_NOT_FOUND, INVALID_STATE. */
export const completeMilestoneUpdate = defineUpdate<OrderView, [CompleteMilestone]>("completeMilestone");
/** Answers when the buyer is paid back on the chain, less the contract's fees. Refused: INVALID_STATE. */
export const refundUpdate = defineUpdate<OrderView, [OrderCommand]>("refund");
/** Answers when the contract is frozen. Refused: INVALID_STATE, DISPUTE_ALREADY_OPEN. */
export const openDisputeUpdate = defineUpdate<OrderView, [OpenDispute]>("openDispute");
/** What a release, a refund or a ruling would do now. Refused: INVALID_STATE, INVALID_AMOUNT, STELLAR_NETWORK_ERROR. */
export const previewUpdate = defineUpdate<SettlementPreview, [PreviewSettlement]>("preview");
