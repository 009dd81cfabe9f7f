import { defineSignal, defineUpdate } from "@temporalio/workflow";
import type { DisputeTerms } from "../../domain/dispute/dispute-facts.ts";
import type { Decision, Ruling } from "../../domain/dispute/ruling.ts";
import type { DisputeStatus } from "../../domain/dispute/states.ts";
import type { DisputeId } from "../../domain/ids.ts";
import type { OrderOutcome } from "../../domain/order/states.ts";
import type { Caller } from "./operating.ts";

export const DISPUTE_WORKFLOW = "dispute";
export const disputeWorkflowId = (disputeId: DisputeId): string => `dispute/${disputeId}`;

/** Started by its order, which waits for its result. */
export interface DisputeInput {
  readonly dispute: DisputeTerms;
  readonly evidence: readonly string[];
  /** Of a dispute whose run ended before it was resolved: where that run left it. */
  readonly takenUp?: LeftDispute;
}

/** A dispute as its last run left it. */
export interface LeftDispute {
  readonly status: DisputeStatus;
  readonly evidence: readonly string[];
  /** The decision that is written and not carried out yet. */
  readonly ruling: Ruling | null;
  readonly note: string | null;
  readonly decidedBy: string | null;
  /** How many decisions an operator stopped before they were paid. */
  readonly givenUpCount: number;
  /** True once the contract is frozen. */
  readonly isFrozen: boolean;
}

/** How it ended; null when the contract was never frozen and the order goes on. */
export interface DisputeResult {
  readonly outcome: OrderOutcome | null;
}

export interface DisputeView {
  readonly disputeId: DisputeId;
  readonly status: DisputeStatus;
  readonly decision: Decision | null;
}

export interface AssignDispute {
  readonly caller: Caller;
  readonly assignedTo: string;
  readonly notes: string | null;
}

export interface CommentDispute {
  readonly caller: Caller;
  readonly commentId: string;
  readonly comment: string;
  readonly author: string;
}

export interface AddEvidence {
  readonly caller: Caller;
  readonly evidence: readonly string[];
}

export interface ResolveDispute {
  readonly caller: Caller;
  readonly decision: Decision;
  /** Gross, two decimals; of a split both, else null. */
  readonly releaseAmount: string | null;
  readonly refundAmount: string | null;
  readonly note: string | null;
}

/** What support sends from the Web UI or the command line of Temporal: the same decision, as a fact. */
export interface ResolveDisputeDecision {
  readonly decisionId: string;
  readonly decision: Decision;
  readonly releaseAmount?: string;
  readonly refundAmount?: string;
  readonly note?: string;
  /** Who decided, for the audit. */
  readonly decidedBy?: string;
}

/** Refused: INVALID_STATE unless OPEN. */
export const assignUpdate = defineUpdate<DisputeView, [AssignDispute]>("assign");
export const commentUpdate = defineUpdate<DisputeView, [CommentDispute]>("comment");
/** Refused: INVALID_STATE once it is resolved. */
export const addEvidenceUpdate = defineUpdate<DisputeView, [AddEvidence]>("addEvidence");
/** Answers when the contract has paid. Refused: INVALID_STATE unless UNDER_REVIEW and undecided, INVALID_AMOUNT. */
export const resolveUpdate = defineUpdate<DisputeView, [ResolveDispute]>("resolve");
/** A wrong one changes nothing, shows in the details and is audited. */
export const resolveDisputeSignal = defineSignal<[ResolveDisputeDecision]>("resolveDispute");
/** From the order: the contract is frozen on the chain, or never will be. */
export const freezeEndedSignal = defineSignal<[{ readonly isFrozen: boolean }]>("freezeEnded");
