import { defineUpdate } from "@temporalio/workflow";
import type { UserId } from "../../domain/ids.ts";
import type { Caller } from "./operating.ts";

export const LINK_FIAT_ACCOUNT_WORKFLOW = "linkFiatAccount";
export const linkFiatAccountWorkflowId = (userId: UserId): string => `fiat-link/${userId}`;

export interface LinkFiatAccount {
  readonly caller: Caller;
  readonly userId: UserId;
  /** Where the address is kept that must not enter a history. */
  readonly emailRef: string;
}

export interface FiatLink {
  readonly userId: UserId;
  /** The account's id at the provider. */
  readonly providerUserId: string;
  readonly correlationId: string;
}

/**
 * Ties a user to their account at the fiat provider.
 * Refused: USER_NOT_FOUND, USER_INACTIVE, USER_NOT_VERIFIED, AIRTM_USER_INVALID, AIRTM_USER_ALREADY_LINKED, PROVIDER_UNAVAILABLE.
 */
export const linkUpdate = defineUpdate<FiatLink, [LinkFiatAccount]>("link");
