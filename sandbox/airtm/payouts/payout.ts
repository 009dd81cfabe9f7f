import { toJsonNumber } from "../money.ts";
import type { NextStep } from "../next-step.ts";

export const PAYOUT_STATUSES = [
  "CREATED",
  "COMMITTED",
  "PENDING",
  "COMPLETED",
  "CANCELED",
  "FAILED",
  "ERROR",
  "BRIDGE_CREATED",
  "BRIDGE_COMPLETED",
  "BRIDGE_FAILED",
  "BRIDGE_MAX_RETRIES_REACHED",
  "BRIDGE_USER_SIGNUP_PENDING",
  "CANCEL_REQUESTED",
  "PENDING_SIGNATURE",
  "SIGNED",
  "PENDING_USER_ACTION",
  "PROCESSING",
  "COSMOEM_COMPLETED",
] as const;
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

export interface PayoutEvent {
  readonly id: string;
  readonly status: PayoutStatus;
  readonly atMs: number;
  readonly reasonCode: number | null;
  readonly reasonDescription: string | null;
}

/** Money that an Airtm user is sent. */
export interface Payout {
  readonly id: string;
  readonly hash: string;
  /** The enterprise's own name for it, unique among its payouts. */
  readonly code: string | null;
  readonly status: PayoutStatus;
  readonly userId: string | null;
  readonly userEmail: string;
  /** What leaves the enterprise's balance. */
  readonly amountCents: bigint;
  readonly airtmFeeCents: bigint;
  readonly enterpriseFeeCents: bigint;
  readonly notes: string;
  readonly internalNote: string | null;
  readonly requireIdVerified: boolean;
  readonly reasonCode: number | null;
  readonly reasonDescription: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly committedAtMs: number | null;
  readonly next: NextStep<PayoutStatus> | null;
  readonly events: readonly PayoutEvent[];
  /** How many commits of the enterprise took effect. */
  readonly commits: number;
  /** How often it became COMPLETED. */
  readonly completions: number;
}

/** The money is with the enterprise: not yet taken, or given back. */
const WITH_ENTERPRISE: ReadonlySet<PayoutStatus> = new Set([
  "CREATED",
  "CANCELED",
  "FAILED",
  "ERROR",
  "BRIDGE_FAILED",
  "BRIDGE_MAX_RETRIES_REACHED",
]);
/** The money is with the recipient. */
const ARRIVED: ReadonlySet<PayoutStatus> = new Set(["COMPLETED", "BRIDGE_COMPLETED", "COSMOEM_COMPLETED"]);

/** What the enterprise's balance lacks because of it. */
export const takenBy = ({ status, amountCents }: Payout): bigint => (WITH_ENTERPRISE.has(status) ? 0n : amountCents);

/** What is on its way: taken, but not arrived. */
export const pendingIn = (payout: Payout): bigint => (ARRIVED.has(payout.status) ? 0n : takenBy(payout));

const EVENTS: Partial<Record<PayoutStatus, string>> = {
  CREATED: "payout.created",
  COMPLETED: "payout.completed",
  FAILED: "payout.failed",
  ERROR: "payout.failed",
  CANCELED: "payout.canceled",
};

/** The webhook that tells of a change, if any does. */
export const payoutEvent = (before: Payout | null, after: Payout): string | null =>
  before?.status === after.status ? null : (EVENTS[after.status] ?? null);

export const presentPayout = (payout: Payout) => ({
  id: payout.id,
  bulkPayoutId: null,
  hash: payout.hash,
  code: payout.code,
  airtmUserId: payout.userId,
  airtmUserEmail: payout.userEmail,
  requireIdVerified: payout.requireIdVerified,
  notes: payout.notes,
  internalNote: payout.internalNote,
  status: payout.status,
  grossAmount: toJsonNumber(payout.amountCents),
  amount: toJsonNumber(payout.amountCents),
  netAmount: toJsonNumber(payout.amountCents - payout.airtmFeeCents - payout.enterpriseFeeCents),
  airtmFee: toJsonNumber(payout.airtmFeeCents),
  enterpriseFee: toJsonNumber(payout.enterpriseFeeCents),
  reasonCode: payout.reasonCode,
  reasonDescription: payout.reasonDescription,
  kycInformation: null,
  createdAt: new Date(payout.createdAtMs).toISOString(),
  updatedAt: new Date(payout.updatedAtMs).toISOString(),
});

export const presentEvents = ({ id: payoutId, events }: Payout) =>
  events.map(({ id, status, atMs, reasonCode, reasonDescription }) => ({
    id,
    payoutId,
    status,
    reasonCode,
    reasonDescription,
    createdAt: new Date(atMs).toISOString(),
  }));
