import { randomUUID } from "node:crypto";
import type { Airtm } from "../airtm.ts";
import type { Payout, PayoutStatus } from "./payout.ts";

/** Another status, with its line of history. Nothing more happens by itself unless `more` says so. */
export function changePayoutStatus(
  airtm: Airtm,
  payout: Payout,
  status: PayoutStatus,
  more: Partial<Payout> = {},
): Payout {
  const atMs = more.updatedAtMs ?? airtm.clock.nowMs();
  const changed = { ...payout, status, updatedAtMs: atMs, next: null, ...more };
  const { reasonCode, reasonDescription } = changed;
  const becameCompleted = status === "COMPLETED" && payout.status !== "COMPLETED";
  return airtm.savePayout({
    ...changed,
    events: [...payout.events, { id: randomUUID(), status, atMs, reasonCode, reasonDescription }],
    completions: payout.completions + (becameCompleted ? 1 : 0),
  });
}
