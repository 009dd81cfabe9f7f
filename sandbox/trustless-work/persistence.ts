import type { EscrowRecord, TrustlessWorkDatabase } from "./database.ts";

const KIND = "trustless-work";

/** A line of the sandbox's journal that belongs to Trustless Work. */
export interface TrustlessWorkJournalRecord {
  readonly kind: typeof KIND;
  readonly record: EscrowRecord;
}

export const isTrustlessWorkRecord = (line: { readonly kind: string }): line is TrustlessWorkJournalRecord =>
  line.kind === KIND;

/** Takes up what an earlier process wrote, then writes every change before anybody is answered. */
export function keepInJournal(
  database: TrustlessWorkDatabase,
  journal: { append(line: TrustlessWorkJournalRecord): void },
  earlier: readonly { readonly kind: string }[],
): void {
  for (const line of earlier.filter(isTrustlessWorkRecord)) database.put(line.record);
  database.onChange = (record) => journal.append({ kind: KIND, record });
}
