import type { PayinState, PayoutState } from "../fiat/fiat-rail.ts";

/** Their names, compared without regard to case; one that is not here is "unknown", and changes nothing. */
const PAYINS: Readonly<Record<string, PayinState>> = {
  CREATED: "open",
  PROCESSING: "processing",
  CONFIRMED: "paid",
  CANCELED: "canceled",
  FAILED: "failed",
  BRIDGE_FAILED: "failed",
  BRIDGE_CANCELED: "canceled",
};

const PAYOUTS: Readonly<Record<string, PayoutState>> = {
  CREATED: "created",
  COMMITTED: "pending",
  PENDING: "pending",
  PROCESSING: "pending",
  PENDING_SIGNATURE: "pending",
  SIGNED: "pending",
  CANCEL_REQUESTED: "pending",
  BRIDGE_CREATED: "pending",
  BRIDGE_COMPLETED: "pending",
  BRIDGE_USER_SIGNUP_PENDING: "pending",
  COSMOEM_COMPLETED: "pending",
  PENDING_USER_ACTION: "needs-user",
  COMPLETED: "paid",
  CANCELED: "canceled",
  FAILED: "failed",
  ERROR: "failed",
  BRIDGE_FAILED: "failed",
  BRIDGE_MAX_RETRIES_REACHED: "failed",
};

export const payinState = (status: string): PayinState => PAYINS[status.toUpperCase()] ?? "unknown";
export const payoutState = (status: string): PayoutState => PAYOUTS[status.toUpperCase()] ?? "unknown";
