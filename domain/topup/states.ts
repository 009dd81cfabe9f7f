import { isFinal, type Transition } from "../state-machine.ts";

export const TOPUP_STATUSES = [
  "TOPUP_CREATED",
  "TOPUP_AWAITING_USER_CONFIRMATION",
  "TOPUP_PROCESSING",
  "TOPUP_SUCCEEDED",
  "TOPUP_FAILED",
  "TOPUP_CANCELED",
] as const;
export type TopUpStatus = (typeof TOPUP_STATUSES)[number];

/** Every legal move of a top-up. */
export const TOPUP_TRANSITIONS = [
  { from: "TOPUP_CREATED", to: "TOPUP_AWAITING_USER_CONFIRMATION", because: "the provider asks its user to confirm" },
  { from: "TOPUP_CREATED", to: "TOPUP_FAILED", because: "the provider refused it" },
  { from: "TOPUP_AWAITING_USER_CONFIRMATION", to: "TOPUP_PROCESSING", because: "the user confirmed" },
  {
    from: "TOPUP_AWAITING_USER_CONFIRMATION",
    to: "TOPUP_SUCCEEDED",
    because: "confirmed and paid since we last looked",
  },
  { from: "TOPUP_AWAITING_USER_CONFIRMATION", to: "TOPUP_FAILED", because: "it failed since we last looked" },
  {
    from: "TOPUP_AWAITING_USER_CONFIRMATION",
    to: "TOPUP_CANCELED",
    because: "by the user, the provider or its expiry",
  },
  { from: "TOPUP_PROCESSING", to: "TOPUP_SUCCEEDED", because: "the money arrived" },
  { from: "TOPUP_PROCESSING", to: "TOPUP_FAILED", because: "the provider could not take the money" },
  { from: "TOPUP_PROCESSING", to: "TOPUP_CANCELED", because: "the provider canceled it" },
] as const satisfies readonly Transition<TopUpStatus>[];

/** Moves of a top-up that was over: the provider had the last word, and it was "paid". */
export const TOPUP_REOPENINGS = [
  { from: "TOPUP_CANCELED", to: "TOPUP_SUCCEEDED", because: "the money arrived after it was canceled" },
  { from: "TOPUP_FAILED", to: "TOPUP_SUCCEEDED", because: "the money arrived after it had failed" },
] as const satisfies readonly Transition<TopUpStatus>[];

/** True of a status as it is stored from which nothing leads on by itself. */
export const isTopUpOver = (status: string): boolean => isFinal<TopUpStatus>(TOPUP_TRANSITIONS, status as TopUpStatus);
