import { eventsOf, type LedgerEvent } from "./ledger-events.ts";
import type { ClosedLedger } from "./ledger-port.ts";
import type { Change } from "./state/state.ts";
import type { TransactionRecord } from "./transactions/record.ts";

/** For so many ledgers the node can still answer as it was. */
const REMEMBERED_LEDGERS = 1_000;

export interface LedgerSummary extends ClosedLedger {
  readonly transactionCount: number;
}

/** Every closed ledger, with its transactions and events in order. */
export class History {
  readonly #ledgers: LedgerSummary[] = [];
  readonly #transactions: TransactionRecord[] = [];
  readonly #byHash = new Map<string, TransactionRecord>();
  readonly #events: LedgerEvent[] = [];
  readonly #changes = new Map<number, readonly Change[]>();

  add(ledger: ClosedLedger, transactions: readonly TransactionRecord[], changes: readonly Change[] = []): void {
    this.#ledgers.push({ ...ledger, transactionCount: transactions.length });
    for (const record of transactions) {
      this.#transactions.push(record);
      this.#byHash.set(record.hash, record);
      if (record.innerHash !== null) this.#byHash.set(record.innerHash, record);
      this.#events.push(...eventsOf(record));
    }
    if (changes.length > 0) this.#changes.set(ledger.sequence, changes);
    this.#changes.delete(ledger.sequence - REMEMBERED_LEDGERS);
  }

  latest(): LedgerSummary {
    const ledger = this.#ledgers.at(-1);
    if (ledger === undefined) throw new RangeError("the ledger has no genesis");
    return ledger;
  }

  ledger(sequence: number): LedgerSummary | null {
    return this.#ledgers[sequence - (this.#ledgers[0]?.sequence ?? 0)] ?? null;
  }

  /** The last few, oldest first. */
  recent(): readonly LedgerSummary[] {
    return this.#ledgers.slice(-200);
  }

  /** The first ledger that is still kept when only so many are. */
  oldestWithin(retentionLedgers: number): LedgerSummary {
    return this.ledger(Math.max(1, this.latest().sequence - retentionLedgers + 1)) ?? this.latest();
  }

  /** The ledger that was the latest at a time. */
  latestAt(seconds: number): LedgerSummary {
    return (
      this.#ledgers.findLast((ledger) => ledger.closeTimeSeconds <= seconds) ??
      this.oldestWithin(Number.MAX_SAFE_INTEGER)
    );
  }

  transaction(hash: string): TransactionRecord | null {
    return this.#byHash.get(hash) ?? null;
  }

  transactions(): readonly TransactionRecord[] {
    return this.#transactions;
  }

  transactionsFrom(ledger: number): readonly TransactionRecord[] {
    return this.#transactions.slice(firstFrom(this.#transactions, ledger));
  }

  eventsFrom(ledger: number): readonly LedgerEvent[] {
    return this.#events.slice(firstFrom(this.#events, ledger));
  }

  /** What was changed after a ledger, newest first. */
  *changesSince(sequence: number): Generator<Change> {
    for (let each = this.latest().sequence; each > sequence; each -= 1) {
      yield* [...(this.#changes.get(each) ?? [])].reverse();
    }
  }
}

/** Where the first of a ledger, or of a later one, is; they are in ledger order. */
function firstFrom(ordered: readonly { readonly ledger: number }[], ledger: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.ledger ?? 0) < ledger) low = middle + 1;
    else high = middle;
  }
  return low;
}
