import type { JournalRecord } from "../store.ts";
import type { LedgerVersion } from "./history.ts";
import type { EntryJson } from "./state/json.ts";
import type { TransactionRecordJson } from "./transactions/record.ts";

/** A closed ledger; quiet ones have no more than their number and time. */
export interface LedgerRecord extends JournalRecord, LedgerVersion {
  readonly kind: "ledger";
  readonly sequence: number;
  readonly closeTimeSeconds: number;
  readonly transactions?: readonly TransactionRecordJson[];
  /** Hashes that fell out of the queue. */
  readonly dropped?: readonly string[];
}

/** A submission that was answered PENDING. */
export interface PendingRecord extends JournalRecord {
  readonly kind: "pending";
  readonly envelopeXdr: string;
  /** One of the sandbox's own. */
  readonly own?: true;
}

/** An entry that the operator of the sandbox changed between two ledgers. */
export interface ForcedRecord extends JournalRecord {
  readonly kind: "forced";
  readonly entry: EntryJson;
}

/** The journal is written by this program alone: `kind` tells the rest. */
export function isLedgerRecord(record: JournalRecord): record is LedgerRecord | PendingRecord | ForcedRecord {
  return ["ledger", "pending", "forced"].includes(record.kind);
}
