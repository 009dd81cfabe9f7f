import { defineUpdate } from "@temporalio/workflow";
import type { PlatformPayoutTerms } from "../../domain/chain/intent.ts";
import type { PlatformPayoutId } from "../../domain/ids.ts";
import type { PlatformPayoutStatus } from "../../domain/platform-payout/states.ts";
import type { Caller } from "./operating.ts";

export const PLATFORM_PAYOUT_WORKFLOW = "platformPayout";
export const platformPayoutWorkflowId = (platformPayoutId: PlatformPayoutId): string =>
  `platform-payout/${platformPayoutId}`;

export interface PlatformPayoutInput {
  readonly platformPayoutId: PlatformPayoutId;
}

/** Everything that was said of a new platform payout, already checked by the gateway. */
export interface RequestPlatformPayout {
  readonly caller: Caller;
  /** SHA-256 of the request: another one for the same id is refused. */
  readonly fingerprint: string;
  readonly terms: Omit<PlatformPayoutTerms, "platformPayoutId">;
}

export interface PlatformPayoutView {
  readonly platformPayoutId: PlatformPayoutId;
  readonly status: PlatformPayoutStatus;
}

export interface PlatformPayoutCommand {
  readonly caller: Caller;
  readonly reason?: string | null;
}

/**
 * Writes the request down; nothing moves before it is approved.
 * Refused: NOT_FOUND, INVALID_STATE, INSUFFICIENT_FUNDS, WITHDRAWAL_DESTINATION_INVALID, IDEMPOTENCY_KEY_REUSED.
 */
export const requestUpdate = defineUpdate<PlatformPayoutView, [RequestPlatformPayout]>("request");
/** Sends it; answers when the chain has it. Refused: SECOND_KEY_REQUIRED, INVALID_STATE, INSUFFICIENT_FUNDS. */
export const approveUpdate = defineUpdate<PlatformPayoutView, [PlatformPayoutCommand]>("approve");
/** Withdraws the request. Refused: INVALID_STATE once it is approved. */
export const cancelUpdate = defineUpdate<PlatformPayoutView, [PlatformPayoutCommand]>("cancel");
