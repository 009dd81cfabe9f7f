import { isFinal, type Transition } from "../state-machine.ts";

export const WITHDRAWAL_STATUSES = [
  "WITHDRAWAL_CREATED",
  "WITHDRAWAL_COMMITTED",
  "WITHDRAWAL_PENDING",
  "WITHDRAWAL_PENDING_USER_ACTION",
  "WITHDRAWAL_COMPLETED",
  "WITHDRAWAL_FAILED",
  "WITHDRAWAL_CANCELED",
] as const;
export type WithdrawalStatus = (typeof WITHDRAWAL_STATUSES)[number];

/** Every legal move of a withdrawal. */
export const WITHDRAWAL_TRANSITIONS = [
  { from: "WITHDRAWAL_CREATED", to: "WITHDRAWAL_COMMITTED", because: "the user, or the request itself, committed it" },
  { from: "WITHDRAWAL_CREATED", to: "WITHDRAWAL_CANCELED", because: "canceled before it was committed" },
  { from: "WITHDRAWAL_COMMITTED", to: "WITHDRAWAL_PENDING", because: "it is on its way at the provider" },
  { from: "WITHDRAWAL_COMMITTED", to: "WITHDRAWAL_FAILED", because: "refused before anything was sent" },
  { from: "WITHDRAWAL_COMMITTED", to: "WITHDRAWAL_CANCELED", because: "the provider canceled it" },
  { from: "WITHDRAWAL_PENDING", to: "WITHDRAWAL_PENDING_USER_ACTION", because: "the provider waits for the user" },
  { from: "WITHDRAWAL_PENDING", to: "WITHDRAWAL_COMPLETED", because: "it arrived" },
  {
    from: "WITHDRAWAL_PENDING",
    to: "WITHDRAWAL_FAILED",
    because: "refused, or proven never to happen; the money is back",
  },
  { from: "WITHDRAWAL_PENDING", to: "WITHDRAWAL_CANCELED", because: "the provider canceled it" },
  { from: "WITHDRAWAL_PENDING_USER_ACTION", to: "WITHDRAWAL_PENDING", because: "the user acted" },
  { from: "WITHDRAWAL_PENDING_USER_ACTION", to: "WITHDRAWAL_COMPLETED", because: "the user acted, and it arrived" },
  { from: "WITHDRAWAL_PENDING_USER_ACTION", to: "WITHDRAWAL_CANCELED", because: "the provider canceled it" },
  { from: "WITHDRAWAL_PENDING_USER_ACTION", to: "WITHDRAWAL_FAILED", because: "the user did not act in time" },
] as const satisfies readonly Transition<WithdrawalStatus>[];

/** Moves of a withdrawal that was over: the provider had the last word, and it was "paid". */
export const WITHDRAWAL_REOPENINGS = [
  { from: "WITHDRAWAL_FAILED", to: "WITHDRAWAL_COMPLETED", because: "paid out after the provider said that it failed" },
  {
    from: "WITHDRAWAL_CANCELED",
    to: "WITHDRAWAL_COMPLETED",
    because: "paid out after the provider said it was canceled",
  },
] as const satisfies readonly Transition<WithdrawalStatus>[];

/** True of a status as it is stored from which nothing leads on by itself. */
export const isWithdrawalOver = (status: string): boolean =>
  isFinal<WithdrawalStatus>(WITHDRAWAL_TRANSITIONS, status as WithdrawalStatus);
