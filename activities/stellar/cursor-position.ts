import { UnreadableAnswer } from "./reaching.ts";

/** What lies below the ledger in a position: transaction, operation and event. All ones stand for the ledger's very end. */
const POSITION_BITS = 32n;
const LEDGER_END = (1n << POSITION_BITS) - 1n;

/** The newest ledger of which nothing is left to read behind a cursor of events. @throws UnreadableAnswer */
export function ledgerBehind(cursor: string): number {
  const digits = /^(\d{1,20})-\d+$/.exec(cursor)?.[1];
  if (digits === undefined) throw new UnreadableAnswer(`unexpected form: cursor ${cursor}`);
  const position = BigInt(digits);
  const isWhole = (position & LEDGER_END) === LEDGER_END;
  return Number(position >> POSITION_BITS) - (isWhole ? 0 : 1);
}
