import { xdr } from "@stellar/stellar-sdk";
import { z } from "zod";

const Found = z.looseObject({
  txHash: z.string(),
  latestLedger: z.int(),
  latestLedgerCloseTime: z.string(),
  oldestLedger: z.int(),
  oldestLedgerCloseTime: z.string(),
});
const Events = z.looseObject({ events: z.array(z.unknown()) });
const Entries = z.looseObject({ entries: z.array(z.looseObject({ xdr: z.string() })) });

/** What a node that answers and is wrong says instead of the truth; methods that a lie is not about answer truly. */
export function lie(kind: string | undefined, method: string, truth: unknown): unknown {
  if (kind === "forgets-transaction" && method === "getTransaction") return withoutTransaction(truth);
  if (kind === "drops-event" && method === "getEvents") return withoutFirstEvent(truth);
  if (kind === "old-sequence" && method === "getLedgerEntries") return withOldSequences(truth);
  return truth;
}

function withoutTransaction(truth: unknown) {
  const { txHash, latestLedger, latestLedgerCloseTime, oldestLedger, oldestLedgerCloseTime } = Found.parse(truth);
  const range = { latestLedger, latestLedgerCloseTime, oldestLedger, oldestLedgerCloseTime };
  return { status: "NOT_FOUND", txHash, ...range };
}

function withoutFirstEvent(truth: unknown) {
  const answer = Events.parse(truth);
  return { ...answer, events: answer.events.slice(1) };
}

function withOldSequences(truth: unknown) {
  const answer = Entries.parse(truth);
  return { ...answer, entries: answer.entries.map((entry) => ({ ...entry, xdr: withOldSequence(entry.xdr) })) };
}

function withOldSequence(entryXdr: string): string {
  const data = xdr.LedgerEntryData.fromXdr(entryXdr, "base64");
  if (data.type !== "account") return entryXdr;
  const account = new xdr.AccountEntry({ ...data.account, seqNum: data.account.seqNum - 1n });
  return xdr.LedgerEntryData.account(account).toXdr("base64");
}
