import type { ContractFailure } from "../ledger-port.ts";
import type { Entry } from "../state/entries.ts";
import { type EntryJson, fromJson, toJson } from "../state/json.ts";
import type { Change } from "../state/state.ts";

/** All that is kept of an applied transaction. */
export interface TransactionRecord {
  readonly hash: string;
  readonly innerHash: string | null;
  readonly ledger: number;
  readonly closeTimeSeconds: number;
  /** Its place in the ledger, from 1. */
  readonly order: number;
  readonly source: string;
  readonly feePayer: string;
  readonly feeCharged: string;
  readonly successful: boolean;
  readonly resultCode: string;
  readonly operationCodes: readonly string[];
  readonly envelopeXdr: string;
  readonly resultXdr: string;
  readonly feeChanges: readonly RecordedChange[];
  readonly feeEvent: RecordedEvent;
  readonly operations: readonly RecordedOperation[];
  readonly diagnosticEventsXdr: readonly string[];
  readonly returnValueXdr: string | null;
  readonly contractError: ContractFailure | null;
}

export interface RecordedOperation {
  readonly changes: readonly RecordedChange[];
  readonly events: readonly RecordedEvent[];
}

/** A contract event in the parts that are asked for; XDR as base64. */
export interface RecordedEvent {
  readonly contractId: string;
  readonly topicsXdr: readonly string[];
  readonly valueXdr: string;
}

export interface RecordedChange {
  readonly key: string;
  readonly created: boolean;
  /** As it is now; null when it was removed. */
  readonly entry: Entry | null;
  readonly removed: Entry | null;
}

export const toRecordedChange = ({ key, before, after }: Change): RecordedChange => ({
  key,
  created: before === null,
  entry: after,
  removed: after === null ? before : null,
});

type ChangeJson = readonly [key: string, change: "created" | "updated" | "removed", entry: EntryJson | null];

export type TransactionRecordJson = Omit<TransactionRecord, "feeChanges" | "operations"> & {
  readonly feeChanges: readonly ChangeJson[];
  readonly operations: readonly {
    readonly changes: readonly ChangeJson[];
    readonly events: readonly RecordedEvent[];
  }[];
};

export const recordToJson = (record: TransactionRecord): TransactionRecordJson => ({
  ...record,
  feeChanges: record.feeChanges.map(changeToJson),
  operations: record.operations.map(({ changes, events }) => ({ changes: changes.map(changeToJson), events })),
});

export const recordFromJson = (json: TransactionRecordJson): TransactionRecord => ({
  ...json,
  feeChanges: json.feeChanges.map(changeFromJson),
  operations: json.operations.map(({ changes, events }) => ({ changes: changes.map(changeFromJson), events })),
});

function changeToJson({ key, created, entry, removed }: RecordedChange): ChangeJson {
  if (entry !== null) return [key, created ? "created" : "updated", toJson(entry)];
  return [key, "removed", removed === null ? null : toJson(removed)];
}

function changeFromJson([key, change, json]: ChangeJson): RecordedChange {
  const entry = json === null ? null : fromJson(json);
  if (change === "removed") return { key, created: false, entry: null, removed: entry };
  return { key, created: change === "created", entry, removed: null };
}
