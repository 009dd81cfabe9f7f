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
  /** One that lacks what every event has must not take the others with it. */
  events: z.array(z.unknown()),
  cursor: z.string().min(1),
  latestLedger: Sequence,
  oldestLedger: Sequence,
  latestLedgerCloseTime: Seconds,
});
export type EventsPage = z.infer<typeof EventsPage>;

const Price = z.union([z.int().nonnegative(), z.string().regex(/^\d+$/)]).transform(BigInt);
const Prices = z.object({ min: Price, p90: Price, p99: Price, max: Price });

export const FeeStatsAnswer = z.looseObject({ inclusionFee: Prices, sorobanInclusionFee: Prices });

/** How far the answer reaches: without these three numbers "not found" says nothing. */
const Window = z.looseObject({ latestLedger: Sequence, latestLedgerCloseTime: Seconds, oldestLedger: Sequence });

const Texts = z.array(z.string());

/** The ends that a transaction may have. One that nobody knows is none of them. */
export const TransactionAnswer = z.discriminatedUnion("status", [
  Window.extend({ status: z.literal("NOT_FOUND") }),
  Window.extend({
    status: z.enum(["SUCCESS", "FAILED"]),
    ledger: Sequence,
    createdAt: Seconds,
    envelopeXdr: z.string(),
    resultXdr: z.string(),
    resultMetaXdr: z.string(),
    /** Beside the meta since stellar-rpc 23; where they are left out, the meta has them. */
    events: z.looseObject({ contractEventsXdr: z.array(Texts).nullish() }).nullish(),
    diagnosticEventsXdr: Texts.nullish(),
  }),
]);

/** Of Horizon, as the SDK hands it on. */
export const TransactionRecord = z.looseObject({
  successful: z.boolean(),
  ledger_attr: Sequence,
  created_at: z.string().refine((text) => Number.isFinite(Date.parse(text)), "not a time"),
  envelope_xdr: z.string(),
  result_xdr: z.string(),
  result_meta_xdr: z.string(),
});

export const LedgerEntriesAnswer = z.looseObject({
  entries: z.array(z.looseObject({ key: z.string(), xdr: z.string() })),
  latestLedger: Sequence,
});

/** A payment names its asset, and a contract call the balances that it changed; XLM has a type and no code. */
const AssetNamed = z.looseObject({
  asset_type: z.string().nullish(),
  asset_code: z.string().nullish(),
  asset_issuer: z.string().nullish(),
});

const PaymentRecord = AssetNamed.extend({
  id: z.string().regex(/^\d{1,20}$/),
  type: z.string().nullish(),
  transaction_hash: z.string().min(1),
  asset_balance_changes: z.array(AssetNamed).nullish(),
});
export type PaymentRecord = z.infer<typeof PaymentRecord>;
export const PaymentRecords = z.array(PaymentRecord);
