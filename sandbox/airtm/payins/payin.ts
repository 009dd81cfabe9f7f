import { toJsonNumber } from "../money.ts";
import { DAY_MS, type NextStep } from "../next-step.ts";

export const PAYIN_STATUSES = [
  "CREATED",
  "PROCESSING",
  "CONFIRMED",
  "CANCELED",
  "FAILED",
  "BRIDGE_FAILED",
  "BRIDGE_CANCELED",
] as const;
export type PayinStatus = (typeof PAYIN_STATUSES)[number];

export interface PayinItem {
  readonly id: string;
  readonly description: string;
  readonly amountCents: bigint;
  readonly quantity: number;
}

/** Money that an Airtm user is asked for. */
export interface Payin {
  readonly id: string;
  /** The enterprise's own name for it, unique among its payins. */
  readonly code: string;
  readonly hash: string;
  readonly status: PayinStatus;
  /** What is asked for; once confirmed, what arrived. */
  readonly amountCents: bigint;
  readonly airtmFeeCents: bigint;
  /** Airtm's share when the payin was created. */
  readonly feePercent: number;
  readonly description: string;
  readonly items: readonly PayinItem[];
  readonly userId: string | null;
  readonly userEmail: string | null;
  readonly failureReason: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly confirmationUri: string;
  readonly cancelUri: string;
  readonly next: NextStep<PayinStatus> | null;
  /** How often it became CONFIRMED. */
  readonly confirmations: number;
}

export const PAYIN_LIFE_MS = 15 * DAY_MS;
/** Of a payin that nobody paid in time. */
export const EXPIRED = "expired";

/** What the enterprise's balance has from it. */
export const creditOf = (payin: Payin): bigint => (payin.status === "CONFIRMED" ? netAmountOf(payin) : 0n);

export const netAmountOf = ({ amountCents, airtmFeeCents }: Payin): bigint => amountCents - airtmFeeCents;

const EVENTS: Partial<Record<PayinStatus, string>> = {
  CREATED: "payin.created",
  CONFIRMED: "payin.confirmed",
  FAILED: "payin.failed",
  BRIDGE_FAILED: "payin.failed",
  CANCELED: "payin.canceled",
  BRIDGE_CANCELED: "payin.canceled",
};

/** The webhook that tells of a change, if any does. */
export const payinEvent = (before: Payin | null, after: Payin): string | null =>
  before?.status === after.status ? null : (EVENTS[after.status] ?? null);

export const presentPayin = (payin: Payin) => ({
  id: payin.id,
  code: payin.code,
  hash: payin.hash,
  status: payin.status,
  amount: toJsonNumber(payin.amountCents),
  netAmount: toJsonNumber(netAmountOf(payin)),
  airtmFee: toJsonNumber(payin.airtmFeeCents),
  description: payin.description,
  items: payin.items.map(({ id, description, amountCents, quantity }) => ({
    id,
    payinId: payin.id,
    description,
    amount: toJsonNumber(amountCents),
    quantity,
  })),
  airtmUserId: payin.userId,
  airtmUserEmail: payin.userEmail,
  failureReason: payin.failureReason,
  createdAt: new Date(payin.createdAtMs).toISOString(),
  updatedAt: new Date(payin.updatedAtMs).toISOString(),
  confirmationUri: payin.confirmationUri,
  cancelUri: payin.cancelUri,
});
