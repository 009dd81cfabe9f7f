import { eventsOf, type LedgerEvent } from "./ledger-events.ts";
import type { ClosedLedger } from "./ledger-port.ts";
import type { Protocol } from "./network.ts";
import type { Change } from "./state/state.ts";
import type { TransactionRecord } from "./transactions/record.ts";

/** For so many ledgers the node can still answer as it was. */
const REMEMBERED_LEDGERS = 1_000;

/** What a ledger's line in the journal may say besides. */
export interface LedgerVersion {
  /** Only in the ledger that changes it. */
  readonly protocolVersion?: Protocol | undefined;
  readonly closeTimeMs?: number | undefined;
}

export interface LedgerSummary extends ClosedLedger {
  readonly protocolVersion: Protocol;
  /** The first of its protocol; it is still written as the one before. */
  readonly appliesUpgrade: boolean;
  readonly closeTimeMs: number;
  readonly transactionCount: number;
}

/** Every closed ledger, with its transactions and events in order. */
export class History {
  readonly #firstProtocol: Protocol;
  readonly #ledgers: LedgerSummary[] = [];
  readonly #transactions: TransactionRecord[] = [];
  readonly #byHash = new Map<string, TransactionRecord>();
  readonly #events: LedgerEvent[] = [];
  readonly #changes = new Map<number, readonly Change[]>();

  constructor(protocol: Protocol) {
    this.#firstProtocol = protocol;
  }

  add(
    ledger: ClosedLedger & LedgerVersion,
    transactions: readonly TransactionRecord[],
    changes: readonly Change[] = [],
  ): void {
    this.#ledgers.push(this.#summary(ledger, transactions.length));
    for (const record of transactions) {
      this.#transactions.push(record);
      this.#byHash.set(record.hash, record);
      if (record.innerHash !== null) this.#byHash.set(record.innerHash, record);
      this.#events.push(...eventsOf(record));
    }
    if (changes.length > 0) this.#changes.set(ledger.sequence, changes);
    this.#changes.delete(ledger.sequence - REMEMBERED_LEDGERS);
  }

  #summary(ledger: ClosedLedger & LedgerVersion, transactionCount: number): LedgerSummary {
    const { sequence, closeTimeSeconds, closeTimeMs = closeTimeSeconds * 1000 } = ledger;
    const before = this.#ledgers.at(-1)?.protocolVersion ?? this.#firstProtocol;
    const protocolVersion = ledger.protocolVersion ?? before;
    const appliesUpgrade = protocolVersion !== before;
    return { sequence, closeTimeSeconds, closeTimeMs, transactionCount, protocolVersion, appliesUpgrade };
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
