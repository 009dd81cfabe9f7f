import { defineUpdate } from "@temporalio/workflow";
import type { FiatDestination } from "../../domain/chain/intent.ts";
import type { UserId, WithdrawalId } from "../../domain/ids.ts";
import type { MemoType } from "../../domain/withdrawal/memo.ts";
import type { WithdrawalStatus } from "../../domain/withdrawal/states.ts";
import type { Caller } from "./operating.ts";

export const WITHDRAWAL_WORKFLOW = "withdrawal";
export const withdrawalWorkflowId = (withdrawalId: WithdrawalId): string => `withdrawal/${withdrawalId}`;

/** Asked as an amount: everything that is available. */
export const ALL_AVAILABLE = "all";

export interface WithdrawalInput {
  readonly withdrawalId: WithdrawalId;
  /** True of a withdrawal that was over, or whose workflow was terminated, and of which its provider says that something happened. */
  readonly isReopened?: boolean;
}

/** Everything the caller said of a new withdrawal, already checked by the gateway. */
export interface CreateWithdrawal {
  readonly caller: Caller;
  /** SHA-256 of the request: another one for the same id is refused. */
  readonly fingerprint: string;
  readonly userId: UserId;
  /** Fiat with two decimals, USDC with up to seven; ALL_AVAILABLE: what is available when it is held. */
  readonly amount: string;
  /** What ALL_AVAILABLE may come to. */
  readonly limits?: { readonly min: string; readonly max: string };
  readonly currency: "USD" | "USDC";
  readonly destinationType: "crypto" | FiatDestination;
  /** A G…, M… or C… address; of a fiat destination what may be shown of it. */
  readonly destinationRef: string;
  readonly memo: string | null;
  /** Missing: text. */
  readonly memoType?: MemoType;
  readonly description: string | null;
  /** The caller's own name of it, one withdrawal for ever. */
  readonly reference?: string | null;
  /** False: held until `commit` or `cancel`. */
  readonly commit: boolean;
}

export interface WithdrawalView {
  readonly withdrawalId: WithdrawalId;
  readonly status: WithdrawalStatus;
}

export interface WithdrawalCommand {
  readonly caller: Caller;
  readonly reason?: string | null;
}

/**
 * Holds the money and, unless `commit` is false, sends it; answers when the chain has it.
 * Refused: USER_NOT_FOUND, USER_NOT_ELIGIBLE, INSUFFICIENT_FUNDS, INVALID_AMOUNT, WITHDRAWAL_DESTINATION_INVALID,
 * AIRTM_USER_NOT_LINKED, AIRTM_USER_INVALID, PROVIDER_RATE_LIMITED, REFERENCE_REUSED, IDEMPOTENCY_KEY_REUSED.
 */
export const createUpdate = defineUpdate<WithdrawalView, [CreateWithdrawal]>("create");
/** Sends what is held. Refused: WITHDRAWAL_NOT_COMMITTABLE. */
export const commitUpdate = defineUpdate<WithdrawalView, [WithdrawalCommand]>("commit");
/** Gives the money back. Refused: INVALID_STATE once it is committed, unless a fiat provider still cancels it. */
export const cancelUpdate = defineUpdate<WithdrawalView, [WithdrawalCommand]>("cancel");
/** Answers with the present state, asked of the chain or the provider. */
export const refreshUpdate = defineUpdate<WithdrawalView, [WithdrawalCommand]>("refresh");
