import { z } from "zod";

/**
 * What a Stellar node answers: the plain fields that we read, the rest ignored. XDR stays text here and is decoded only where its
 * content is needed, since each new protocol brings bytes that this release's codec does not know.
 */

/** A number of a ledger, also where a node writes it as text. */
const Sequence = z.union([z.int().nonnegative(), z.string().regex(/^\d+$/)]).transform(Number);

/** Unix seconds. A part of a second is rounded down: 27.4 is not past 27. */
const Seconds = z
  .union([z.number().nonnegative(), z.string().regex(/^\d+(\.\d+)?$/)])
  .transform((time) => Math.floor(Number(time)));

/** The close time stands here since stellar-rpc 27.1. */
export const Health = z.looseObject({
  latestLedger: Sequence,
  latestLedgerCloseTime: Seconds.nullish(),
  oldestLedger: Sequence,
});

export const LatestLedgerAnswer = z.looseObject({ sequence: Sequence, closeTime: Seconds });

export const NetworkAnswer = z.looseObject({ passphrase: z.string() });

/** One event with the XDR of its parts, base64. What it says, `read-transfer-events.ts` reads one by one. */
export const RawEvent = z.looseObject({
  id: z.string().min(1),
  ledger: Sequence,
  ledgerClosedAt: z.string().refine((text) => Number.isFinite(Date.parse(text)), "not a time"),
  txHash: z.string().min(1),
});
export type RawEvent = z.infer<typeof RawEvent>;

/** What must be readable in an event before anything is said about money. */
export const EventContent = z.looseObject({
  contractId: z.string(),
  topic: z.array(z.string()),
  value: z.string(),
  /** Gone since stellar-rpc 30, which stores events of successful transactions only. */
  inSuccessfulContractCall: z.boolean().nullish(),
});

export const EventsPage = z.looseObject({
  events: z.array(RawEvent),
  cursor: z.string().min(1),
  latestLedger: Sequence,
  oldestLedger: Sequence,
  latestLedgerCloseTime: Seconds,
});
export type EventsPage = z.infer<typeof EventsPage>;

const Price = z.union([z.int().nonnegative(), z.string().regex(/^\d+$/)]).transform(BigInt);
const Prices = z.looseObject({ min: Price, p90: Price, p99: Price, max: Price });

export const FeeStatsAnswer = z.looseObject({ inclusionFee: Prices, sorobanInclusionFee: Prices });
