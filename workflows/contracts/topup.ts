import { defineUpdate } from "@temporalio/workflow";
import type { TopUpId, UserId } from "../../domain/ids.ts";
import type { TopUpStatus } from "../../domain/topup/states.ts";
import type { TopUpDetails } from "../../domain/topup/topup-facts.ts";
import type { Caller } from "./operating.ts";

export const TOPUP_WORKFLOW = "topUp";
export const topUpWorkflowId = (topUpId: TopUpId): string => `topup/${topUpId}`;

export interface TopUpInput {
  readonly topUpId: TopUpId;
  /** True of a top-up that was over, or whose workflow was terminated, and of which its provider says that something happened. */
  readonly isReopened?: boolean;
}

/** Everything the caller said of a new top-up, already checked by the gateway. */
export interface CreateTopUp {
  readonly caller: Caller;
  /** SHA-256 of the request: another one for the same id is refused. */
  readonly fingerprint: string;
  readonly userId: UserId;
  /** Two decimals. */
  readonly amount: string;
  readonly currency: "USD" | "USDC";
  /** The caller's own name of it, one top-up for ever. */
  readonly reference?: string | null;
  readonly details: TopUpDetails;
}

export interface TopUpView {
  readonly topUpId: TopUpId;
  readonly status: TopUpStatus;
}

export interface TopUpCommand {
  readonly caller: Caller;
  readonly reason?: string | null;
}

/**
 * Asks the provider to take the payment; answers when the user can confirm it, or when the provider refused it.
 * Refused: USER_NOT_FOUND, USER_NOT_ELIGIBLE, AIRTM_USER_NOT_LINKED, AIRTM_USER_INVALID, REFERENCE_REUSED, IDEMPOTENCY_KEY_REUSED.
 */
export const createUpdate = defineUpdate<TopUpView, [CreateTopUp]>("create");
/** Gives it up, unless the payment came first. Refused: INVALID_STATE once the user has confirmed. */
export const cancelUpdate = defineUpdate<TopUpView, [TopUpCommand]>("cancel");
/** Answers with the present state, asked of the provider. */
export const refreshUpdate = defineUpdate<TopUpView, [TopUpCommand]>("refresh");
