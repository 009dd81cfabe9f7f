import type { Airtm } from "../airtm.ts";
import type { Payin, PayinStatus } from "./payin.ts";

/** Another status, and what comes with it. Nothing more happens by itself unless `more` says so. */
export const changePayinStatus = (airtm: Airtm, payin: Payin, status: PayinStatus, more: Partial<Payin> = {}): Payin =>
  airtm.savePayin({
    ...payin,
    status,
    updatedAtMs: airtm.clock.nowMs(),
    next: null,
    confirmations: payin.confirmations + (status === "CONFIRMED" && payin.status !== "CONFIRMED" ? 1 : 0),
    ...more,
  });
