import { z } from "zod";
import { toid } from "../ledger-events.ts";
import type { TransactionRecord } from "../transactions/record.ts";
import { INVALID_PARAMS, RpcError } from "./error.ts";
import { transactionInfo } from "./get-transaction.ts";
import type { NodeView } from "./node-view.ts";

const Params = z.object({
  startLedger: z.int().optional(),
  pagination: z.object({ cursor: z.string().optional(), limit: z.int().min(1).max(200).default(50) }).prefault({}),
});

export function getTransactions(params: unknown, { world, latest, oldest }: NodeView) {
  const { startLedger, pagination } = Params.parse(params);
  if (startLedger === undefined && pagination.cursor === undefined) throw outOfRange(oldest.sequence, latest.sequence);
  if (startLedger !== undefined && (startLedger < oldest.sequence || startLedger > latest.sequence)) {
    throw outOfRange(oldest.sequence, latest.sequence);
  }
  const after = pagination.cursor === undefined ? toid(startLedger ?? 0, 0, 0) : BigInt(pagination.cursor);
  const found = world.ledger.history
    .transactionsFrom(Number(after >> 32n))
    .filter((record) => record.ledger <= latest.sequence && positionOf(record) > after)
    .slice(0, pagination.limit);
  const last = found.at(-1);
  return {
    transactions: found.map((record) => ({ ...transactionInfo(record), createdAt: record.closeTimeSeconds })),
    latestLedger: latest.sequence,
    latestLedgerCloseTimestamp: latest.closeTimeSeconds,
    oldestLedger: oldest.sequence,
    oldestLedgerCloseTimestamp: oldest.closeTimeSeconds,
    cursor: (last === undefined ? after : positionOf(last)).toString(),
  };
}

const positionOf = (record: TransactionRecord): bigint => toid(record.ledger, record.order, 0);

const outOfRange = (oldest: number, latest: number): RpcError =>
  new RpcError(
    INVALID_PARAMS,
    `start ledger must be between the oldest ledger: ${oldest} and the latest ledger: ${latest}`,
  );
