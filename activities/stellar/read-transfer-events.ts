import type { rpc } from "@stellar/stellar-sdk";
import type { LedgerWindow } from "./read-transaction.ts";
import { type ChainSettings, usdcContractId } from "./settings.ts";
import { symbol } from "./soroban-values.ts";
import { type AddressedTransfer, toTransfer } from "./token-events.ts";

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

export interface TransferPage extends LedgerWindow {
  readonly events: readonly TransferEvent[];
  /** Where the next page begins; it advances on empty pages too. */
  readonly cursor: string;
  /** True when the page is full: more may be waiting behind it. */
  readonly hasMore: boolean;
  /** The newest ledger of which nothing is left to read. */
  readonly readThrough: { readonly ledger: number; readonly closeTimeSeconds: number };
}

/** The token's incoming money: every transfer and mint. One filter covers all addresses. */
export async function readTransferEvents(
  server: rpc.Server,
  settings: ChainSettings,
  position: EventPosition,
  limit: number,
): Promise<TransferPage> {
  const token = usdcContractId(settings);
  const filters: rpc.Api.EventFilter[] = [{ type: "contract", contractIds: [token], topics: MOVEMENTS }];
  const answer = await server.getEvents({ filters, limit, ...position });
  const hasMore = answer.events.length >= limit;
  return {
    events: answer.events.flatMap((event) => toEvent(event, token, settings.usdc.issuer)),
    cursor: answer.cursor,
    hasMore,
    readThrough: readThrough(answer, hasMore),
    latestLedger: answer.latestLedger,
    oldestLedger: answer.oldestLedger,
    latestCloseTimeSeconds: Number(answer.latestLedgerCloseTime),
  };
}

/** A full page may end in the middle of a ledger. */
function readThrough(answer: rpc.Api.GetEventsResponse, hasMore: boolean): TransferPage["readThrough"] {
  const last = answer.events.at(-1);
  if (hasMore && last) {
    return { ledger: last.ledger - 1, closeTimeSeconds: Date.parse(last.ledgerClosedAt) / 1000 };
  }
  return { ledger: answer.latestLedger, closeTimeSeconds: Number(answer.latestLedgerCloseTime) };
}

const MOVEMENTS = [
  [symbol("transfer").toXdr("base64"), "*", "*", "*"],
  [symbol("mint").toXdr("base64"), "*", "*"],
];

/**
 * The filter is the node's promise; the contract and the success are checked again, because money is credited by this.
 */
function toEvent(event: rpc.Api.EventResponse, token: string, issuer: string): TransferEvent[] {
  if (event.contractId?.contractId() !== token || !event.inSuccessfulContractCall) return [];
  const transfer = toTransfer(event.topic, event.value, issuer);
  if (transfer === null) return [];
  const { id, ledger, ledgerClosedAt, txHash } = event;
  return [{ ...transfer, id, ledger, closedAt: new Date(ledgerClosedAt).toISOString(), txHash }];
}
