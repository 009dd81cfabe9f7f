import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** One line of the journal; `kind` says whose it is. */
export type JournalRecord = { readonly kind: string };

/**
 * Everything that happened, one JSON line each, written before anybody is answered: what a killed process has
 * answered for is found again. Lines are handed to the operating system, not to the disk: a power cut may lose some.
 */
export interface Journal {
  append<Line extends JournalRecord>(record: Line): void;
  /** Forgets everything. */
  clear(): void;
  close(): void;
}

export interface OpenedJournal {
  readonly journal: Journal;
  readonly records: readonly JournalRecord[];
}

export const IN_MEMORY = ":memory:";

export function openJournal(path: string): OpenedJournal {
  if (path === IN_MEMORY) return { journal: { append() {}, clear() {}, close() {} }, records: [] };
  mkdirSync(dirname(path), { recursive: true });
  const records = readRecords(path);
  const file = openSync(path, "a", 0o600);
  return {
    records,
    journal: {
      append: (record) => void writeSync(file, `${JSON.stringify(record)}\n`),
      clear: () => truncateSync(path, 0),
      close: () => closeSync(file),
    },
  };
}

/** A line that a killed process left half written was never answered for: it is cut off. */
function readRecords(path: string): JournalRecord[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const wholeLength = bytes.lastIndexOf(0x0a) + 1;
  if (wholeLength < bytes.length) truncateSync(path, wholeLength);
  const lines = bytes.subarray(0, wholeLength).toString("utf8").split("\n");
  return lines.filter((line) => line !== "").map((line): JournalRecord => JSON.parse(line));
}
