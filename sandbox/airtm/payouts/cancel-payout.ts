import type { Airtm } from "../airtm.ts";
import { AirtmError } from "../errors.ts";
import { changePayoutStatus } from "./change-payout-status.ts";
import type { Payout } from "./payout.ts";

/** By the enterprise, only while nothing was sent: CREATED, or PENDING because the recipient has not signed up. */
export function cancelPayout(airtm: Airtm, payout: Payout): Payout {
  if (payout.status !== "CREATED" && payout.status !== "PENDING") {
    throw new AirtmError("415055", { status: payout.status });
  }
  return changePayoutStatus(airtm, payout, "CANCELED");
}
