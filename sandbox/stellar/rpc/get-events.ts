import { z } from "zod";
import { eventId, type LedgerEvent, toid } from "../ledger-events.ts";
import type { Protocol } from "../network.ts";
import { INVALID_PARAMS, RpcError } from "./error.ts";
import type { NodeView } from "./node-view.ts";

const Filter = z.object({
  type: z.enum(["contract", "system", "diagnostic"]).or(z.literal("")).optional(),
  contractIds: z.array(z.string()).max(5).nullish(),
  topics: z.array(z.array(z.string()).min(1).max(5)).max(5).nullish(),
});
type Filter = z.infer<typeof Filter>;

const Params = z.object({
  startLedger: z.int().optional(),
  endLedger: z.int().optional(),
  filters: z.array(Filter).max(5).default([]),
  pagination: z.object({ cursor: z.string().optional(), limit: z.int().min(1).max(10_000).default(100) }).prefault({}),
});

/** Pages by cursor; an empty page whose cursor moves on is normal. */
export function getEvents(params: unknown, { world, latest, oldest }: NodeView) {
  const { startLedger, endLedger, filters, pagination } = Params.parse(params);
  const { cursor, limit } = pagination;
  if ((cursor === undefined) === (startLedger === undefined)) {
    throw new RpcError(INVALID_PARAMS, "either startLedger or a cursor must be given, not both");
  }
  const first = cursor === undefined ? (startLedger ?? 0) : ledgerOf(cursor);
  if (first < oldest.sequence || (cursor === undefined && first > latest.sequence)) {
    throw new RpcError(
      INVALID_PARAMS,
      `startLedger must be within the ledger range: ${oldest.sequence} - ${latest.sequence}`,
    );
  }
  const end = Math.min(endLedger ?? Infinity, latest.sequence + 1, first + world.settings.eventScanLedgers);
  const after = cursor ?? "";
  const found = world.ledger.history
    .eventsFrom(first)
    .filter((event) => event.ledger < end && event.id > after && passes(event, filters))
    .slice(0, limit);
  return {
    events: found.map((event) => toWire(event, latest.protocolVersion)),
    cursor: found.length === limit ? (found.at(-1)?.id ?? after) : endCursor(end, after),
    latestLedger: latest.sequence,
    oldestLedger: oldest.sequence,
    latestLedgerCloseTime: latest.closeTimeSeconds.toString(),
    oldestLedgerCloseTime: oldest.closeTimeSeconds.toString(),
  };
}

function ledgerOf(cursor: string): number {
  const position = /^(\d{1,19})-\d{1,10}$/.exec(cursor)?.[1];
  if (position === undefined) throw new RpcError(INVALID_PARAMS, "invalid cursor");
  return Number(BigInt(position) >> 32n);
}

/** Everything before `end` has been looked at. */
function endCursor(end: number, after: string): string {
  const looked = eventId(toid(end, 0, 0) - 1n, 4_294_967_295);
  return looked > after ? looked : after;
}

function passes(event: LedgerEvent, filters: readonly Filter[]): boolean {
  return filters.length === 0 || filters.some((filter) => passesOne(event, filter));
}

function passesOne(event: LedgerEvent, { type, contractIds, topics }: Filter): boolean {
  if (type !== undefined && type !== "" && type !== "contract") return false;
  if (contractIds && contractIds.length > 0 && !contractIds.includes(event.contractId)) return false;
  return !topics || topics.length === 0 || topics.some((row) => matchesTopics(event.topicsXdr, row));
}

/** `*` is any one topic; `**`, last, is any number of them. */
function matchesTopics(topicsXdr: readonly string[], row: readonly string[]): boolean {
  const open = row.at(-1) === "**";
  const wanted = open ? row.slice(0, -1) : row;
  if (open ? topicsXdr.length < wanted.length : topicsXdr.length !== wanted.length) return false;
  return wanted.every((topic, index) => topic === "*" || topic === topicsXdr[index]);
}

/** Nodes of protocol 30 no longer say that the call succeeded. */
const toWire = (event: LedgerEvent, protocol: Protocol) => ({
  type: "contract",
  ledger: event.ledger,
  ledgerClosedAt: new Date(event.closeTimeSeconds * 1000).toISOString().replace(".000Z", "Z"),
  contractId: event.contractId,
  id: event.id,
  operationIndex: event.operationIndex,
  transactionIndex: event.transactionIndex,
  txHash: event.txHash,
  ...(protocol < 30 && { inSuccessfulContractCall: true }),
  topic: event.topicsXdr,
  value: event.valueXdr,
});
