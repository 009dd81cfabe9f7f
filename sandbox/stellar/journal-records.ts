import type { JournalRecord } from "../store.ts";
import type { TransactionRecordJson } from "./transactions/record.ts";

/** A closed ledger; quiet ones have no more than their number and time. */
export interface LedgerRecord extends JournalRecord {
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

/** The journal is written by this program alone: `kind` tells the rest. */
export function isLedgerRecord(record: JournalRecord): record is LedgerRecord | PendingRecord {
  return record.kind === "ledger" || record.kind === "pending";
}
