import { createHash } from "node:crypto";
import { type rpc, xdr } from "@stellar/stellar-sdk";
import { StepFailure } from "../failures.ts";
import { ledgerBehind } from "./cursor-position.ts";
import { readAnswer } from "./reaching.ts";
import type { LedgerWindow } from "./read-transaction.ts";
import { type ChainSettings, usdcContractId } from "./settings.ts";
import { symbol } from "./soroban-values.ts";
import { type AddressedTransfer, toTransfer } from "./token-events.ts";
import { EventContent, EventsPage, RawEvent } from "./wire.ts";

/**
 * Where reading begins: after a cursor that an earlier page gave, or at the first event of a ledger. It ends before
 * `endLedger`, or at the newest ledger.
 */
export type EventPosition = { readonly cursor: string } | { readonly startLedger: number; readonly endLedger?: number };

export interface TransferEvent extends AddressedTransfer {
  /** Unique and ascending in the order of the chain. */
  readonly id: string;
  readonly ledger: number;
  /** ISO time */
  readonly closedAt: string;
  readonly txHash: string;
}

/** An event of the token that this release cannot read, with all that the node said of it. Never dropped: a later release reads it. */
export interface UnreadEvent {
  readonly id: string;
  readonly ledger: number;
  readonly txHash: string;
  readonly reason: string;
  readonly raw: object;
}

export interface TransferPage extends LedgerWindow {
  readonly events: readonly TransferEvent[];
  readonly unread: readonly UnreadEvent[];
  /** Where the next page begins; it advances on empty pages too. */
  readonly cursor: string;
  /** True while the node has ledgers behind this page. */
  readonly hasMore: boolean;
  /** The newest ledger of which nothing is left to read; its time is null where the page does not tell it. */
  readonly readThrough: { readonly ledger: number; readonly closeTimeSeconds: number | null };
}

/** The token's incoming money: every transfer and mint. One filter covers all addresses. */
export async function readTransferEvents(
  server: rpc.Server,
  settings: ChainSettings,
  position: EventPosition,
  limit: number,
): Promise<TransferPage> {
  const contractIds = [usdcContractId(settings)];
  const filters: rpc.Api.EventFilter[] = [{ type: "contract", contractIds, topics: MOVEMENTS }];
  const answer = readAnswer(EventsPage, await server._getEvents({ filters, limit, ...position }));
  const through = readThrough(answer);
  const seen = answer.events.map((event) => see(event, through.ledger, settings));
  return {
    events: seen.flatMap((one) => (one && "to" in one ? [one] : [])),
    unread: seen.flatMap((one) => (one && "reason" in one ? [one] : [])),
    cursor: answer.cursor,
    hasMore: through.ledger < answer.latestLedger,
    readThrough: through,
    latestLedger: answer.latestLedger,
    oldestLedger: answer.oldestLedger,
    latestCloseTimeSeconds: answer.latestLedgerCloseTime,
  };
}

/**
 * As far as the node says that it has looked, which may be far behind its newest ledger: one call looks through 10,000. A full page
 * may end in the middle of a ledger.
 */
function readThrough({ cursor, events, latestLedger, latestLedgerCloseTime }: EventsPage): TransferPage["readThrough"] {
  const ledger = ledgerBehind(cursor);
  if (ledger > latestLedger + LAG_LEDGERS_MAX) throw beforeTheCursor(ledger, latestLedger);
  const last = RawEvent.safeParse(events.at(-1)).data;
  if (ledger === latestLedger) return { ledger, closeTimeSeconds: latestLedgerCloseTime };
  return { ledger, closeTimeSeconds: last ? Math.floor(Date.parse(last.ledgerClosedAt) / 1000) : null };
}

/** As far as one node may be behind another that was asked before: some minutes. */
const LAG_LEDGERS_MAX = 100;

/** Nothing that it says is taken for news: the ledgers of a network that began anew have the numbers of ledgers that were read. */
function beforeTheCursor(ledger: number, latestLedger: number): StepFailure {
  const message = `deposits were read through Stellar ledger ${ledger}, and the node's newest is ${latestLedger}: it is far behind, or its network began anew`;
  return new StepFailure("NETWORK_BEHIND", message);
}

const MOVEMENTS = [
  [symbol("transfer").toXdr("base64"), "**"],
  [symbol("mint").toXdr("base64"), "**"],
];

/** An event that lacks what every event has is kept under a name made of its bytes: the same again is the same. */
function see(event: unknown, ledger: number, settings: ChainSettings): TransferEvent | UnreadEvent | null {
  const { data, error } = RawEvent.safeParse(event);
  if (data) return seeEvent(data, settings);
  const raw = typeof event === "object" && event !== null ? event : { event };
  const { txHash } = raw as { txHash?: unknown };
  const reason = error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
  const id = `unreadable/${createHash("sha256").update(JSON.stringify(raw)).digest("hex")}`;
  return { id, ledger, txHash: typeof txHash === "string" ? txHash : "", reason, raw };
}

/**
 * The filter is the node's promise; the contract and the success are checked again, because money is credited by this. An event is
 * dropped only by what it says, another contract or a failed call, never by what it leaves out.
 */
export function seeEvent(raw: RawEvent, settings: ChainSettings): TransferEvent | UnreadEvent | null {
  const { id, ledger, ledgerClosedAt, txHash } = raw;
  try {
    const content = readAnswer(EventContent, raw);
    if (content.contractId !== usdcContractId(settings) || content.inSuccessfulContractCall === false) return null;
    const topics = content.topic.map((topic) => xdr.ScVal.fromXdr(topic, "base64"));
    const transfer = toTransfer(topics, xdr.ScVal.fromXdr(content.value, "base64"), settings.usdc.issuer);
    return transfer && { ...transfer, id, ledger, closedAt: new Date(ledgerClosedAt).toISOString(), txHash };
  } catch (error) {
    return { id, ledger, txHash, reason: (error as Error).message, raw };
  }
}
