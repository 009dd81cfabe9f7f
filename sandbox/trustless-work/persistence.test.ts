import { expect, test } from "@jest/globals";
import { TrustlessWorkDatabase } from "./database.ts";
import { keepInJournal, type TrustlessWorkJournalRecord } from "./persistence.ts";

const record = (contractId: string, signer = "G1") => ({
  contractId,
  signer,
  createdAtMs: 1,
  copies: [{ takenAtMs: 1, visibleAtMs: 2, escrowXdr: "AAAA", balanceStroops: "0" }],
  fundedBy: [],
  disputeStartedBy: null,
});

test("a database opened on the journal of another one holds the same, and writes nothing twice", () => {
  const journal: TrustlessWorkJournalRecord[] = [];
  const append = (line: TrustlessWorkJournalRecord) => void journal.push(line);
  const first = new TrustlessWorkDatabase();
  keepInJournal(first, { append }, [{ kind: "ledger" }]);
  first.put(record("C1"));
  first.put(record("C2"));
  first.put(record("C1", "G2"));
  const second = new TrustlessWorkDatabase();
  keepInJournal(second, { append }, [...journal]);
  expect(second.toJSON()).toEqual(first.toJSON());
  expect(TrustlessWorkDatabase.fromJSON(JSON.parse(JSON.stringify(first))).toJSON()).toEqual(first.toJSON());
  expect(journal).toHaveLength(3);
});
