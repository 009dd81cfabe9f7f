import { xdr } from "@stellar/stellar-sdk";
import { toContractEvent } from "../contracts/events.ts";
import { toLedgerKey } from "../state/ledger-keys.ts";
import { toLedgerEntry } from "../state/to-xdr.ts";
import type { RecordedChange, TransactionRecord } from "./record.ts";

/** What a transaction did, as the network's TransactionMeta (version 4), base64. */
export function toMetaXdr(record: TransactionRecord): string {
  const meta = new xdr.TransactionMetaV4({
    ext: xdr.ExtensionPoint.v0(),
    txChangesBefore: toChanges(record.feeChanges, record.ledger),
    operations: record.operations.map(
      ({ changes, events }) =>
        new xdr.OperationMetaV2({
          ext: xdr.ExtensionPoint.v0(),
          changes: toChanges(changes, record.ledger),
          events: events.map(toContractEvent),
        }),
    ),
    txChangesAfter: [],
    sorobanMeta: sorobanMeta(record),
    events: [toTransactionEvent(record)],
    diagnosticEvents: record.diagnosticEventsXdr.map((eventXdr) => xdr.DiagnosticEvent.fromXdr(eventXdr, "base64")),
  });
  return xdr.TransactionMeta.v4(meta).toXdr("base64");
}

/** The fee belongs to the transaction, not to one of its operations. */
export function toTransactionEvent(record: TransactionRecord): xdr.TransactionEvent {
  return new xdr.TransactionEvent({
    stage: xdr.TransactionEventStage.transactionEventStageBeforeAllTxs,
    event: toContractEvent(record.feeEvent),
  });
}

function sorobanMeta({ returnValueXdr }: TransactionRecord): xdr.SorobanTransactionMetaV2 | null {
  if (returnValueXdr === null) return null;
  return new xdr.SorobanTransactionMetaV2({
    ext: xdr.SorobanTransactionMetaExt.v0(),
    returnValue: xdr.ScVal.fromXdr(returnValueXdr, "base64"),
  });
}

function toChanges(changes: readonly RecordedChange[], ledger: number): xdr.LedgerEntryChange[] {
  return changes.flatMap(({ created, entry, removed }): xdr.LedgerEntryChange[] => {
    if (entry === null) return removed === null ? [] : [xdr.LedgerEntryChange.ledgerEntryRemoved(toLedgerKey(removed))];
    const now = toLedgerEntry(entry, ledger);
    return [created ? xdr.LedgerEntryChange.ledgerEntryCreated(now) : xdr.LedgerEntryChange.ledgerEntryUpdated(now)];
  });
}
