import { isFinal, type Transition } from "../state-machine.ts";

export const PLATFORM_PAYOUT_STATUSES = [
  "PLATFORM_PAYOUT_REQUESTED",
  "PLATFORM_PAYOUT_PENDING",
  "PLATFORM_PAYOUT_COMPLETED",
  "PLATFORM_PAYOUT_FAILED",
  "PLATFORM_PAYOUT_CANCELED",
] as const;
export type PlatformPayoutStatus = (typeof PLATFORM_PAYOUT_STATUSES)[number];

/** Every legal move of a platform payout: money that the operator takes out of a wallet of the platform or of a suspended user. */
export const PLATFORM_PAYOUT_TRANSITIONS = [
  { from: "PLATFORM_PAYOUT_REQUESTED", to: "PLATFORM_PAYOUT_PENDING", because: "a second person's key approved it" },
  { from: "PLATFORM_PAYOUT_REQUESTED", to: "PLATFORM_PAYOUT_CANCELED", because: "withdrawn before it was approved" },
  {
    from: "PLATFORM_PAYOUT_PENDING",
    to: "PLATFORM_PAYOUT_COMPLETED",
    because: "the chain has applied its transaction",
  },
  {
    from: "PLATFORM_PAYOUT_PENDING",
    to: "PLATFORM_PAYOUT_FAILED",
    because: "refused, or proven never to happen; the money is where it was",
  },
] as const satisfies readonly Transition<PlatformPayoutStatus>[];

/** True of a status as it is stored from which nothing leads on. */
export const isPlatformPayoutOver = (status: string): boolean =>
  isFinal<PlatformPayoutStatus>(PLATFORM_PAYOUT_TRANSITIONS, status as PlatformPayoutStatus);
