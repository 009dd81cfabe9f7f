import type { RecordedEvent, TransactionRecord } from "./transactions/record.ts";

/** An event with its place in history. */
export interface LedgerEvent extends RecordedEvent {
  readonly id: string;
  readonly ledger: number;
  readonly closeTimeSeconds: number;
  readonly transactionIndex: number;
  readonly operationIndex: number;
  readonly txHash: string;
}

/** A ledger, a transaction's place in it and an operation in one sortable number. */
export function toid(ledger: number, order: number, operation: number): bigint {
  return (BigInt(ledger) << 32n) | (BigInt(order) << 12n) | BigInt(operation);
}

export const eventId = (position: bigint, index: number): string =>
  `${position.toString().padStart(19, "0")}-${index.toString().padStart(10, "0")}`;

/** The fee first, then what each operation told. */
export function eventsOf(record: TransactionRecord): LedgerEvent[] {
  const told = record.operations.flatMap(({ events }, operation) =>
    events.map((event, index) => placed(record, event, operation, index + (operation === 0 ? 1 : 0))),
  );
  return [placed(record, record.feeEvent, 0, 0), ...told];
}

const placed = (record: TransactionRecord, event: RecordedEvent, operation: number, index: number): LedgerEvent => ({
  ...event,
  id: eventId(toid(record.ledger, record.order, operation), index),
  ledger: record.ledger,
  closeTimeSeconds: record.closeTimeSeconds,
  transactionIndex: record.order,
  operationIndex: operation,
  txHash: record.hash,
});
