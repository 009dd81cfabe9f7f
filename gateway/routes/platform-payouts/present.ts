import type { z } from "zod";
import type { PlatformPayoutTerms } from "../../../domain/chain/intent.ts";
import { formatAmount } from "../../../domain/money.ts";
import type { PlatformPayoutRow } from "../../reads/platform-payouts.ts";
import type { PlatformPayoutWire } from "./schemas.ts";

export type PlatformPayout = z.infer<typeof PlatformPayoutWire>;

export const presentPlatformPayout = (row: PlatformPayoutRow): PlatformPayout => ({
  id: row.id,
  status: row.status as PlatformPayout["status"], // written through the state machine only
  source: row.source,
  asset: row.asset as PlatformPayout["asset"], // checked by the database
  amount: formatAmount(row.amountStroops),
  destination: row.destination,
  memo: row.memo,
  memoType: row.memoType as PlatformPayout["memoType"],
  reason: row.reason,
  requestedBy: row.requestedBy,
  approvedBy: row.approvedBy,
  transactionHash: row.txHash,
  failureReason: row.failureReason,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** One that is accepted for good and not written down yet, as it will be. */
export const draftPlatformPayout = (
  { platformPayoutId, memoType, ...terms }: PlatformPayoutTerms,
  requestedBy: string,
  now: Date,
): PlatformPayout => ({
  ...terms,
  id: platformPayoutId,
  status: "PLATFORM_PAYOUT_REQUESTED",
  memoType: terms.memo === null ? null : (memoType ?? "text"),
  requestedBy,
  approvedBy: null,
  transactionHash: null,
  failureReason: null,
  createdAt: now.toISOString(),
  updatedAt: now.toISOString(),
});
