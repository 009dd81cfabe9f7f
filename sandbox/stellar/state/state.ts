import {
  type AccountEntry,
  type ClaimableBalanceEntry,
  type ContractDataEntry,
  type ContractEntry,
  type DataEntry,
  type Entry,
  keyOf,
  keyOfEntry,
  type TokenBalanceEntry,
  type TrustLineEntry,
} from "./entries.ts";

export interface Change {
  readonly key: string;
  readonly before: Entry | null;
  readonly after: Entry | null;
}

/** The ledger's entries, or a draft over them that is merged when it succeeds and forgotten when it does not. */
export class State {
  readonly #parent: State | null;
  readonly #entries = new Map<string, Entry | null>();
  readonly #modifiedLedger = new Map<string, number>();
  readonly #reads = new Set<string>();

  constructor(parent: State | null = null) {
    this.#parent = parent;
  }

  draft(): State {
    return new State(this);
  }

  get(key: string): Entry | null {
    const own = this.#entries.get(key);
    if (own !== undefined) return own;
    if (this.#parent === null) return null;
    this.#reads.add(key);
    return this.#parent.get(key);
  }

  put(entry: Entry): void {
    this.#entries.set(keyOfEntry(entry), entry);
  }

  remove(key: string): void {
    if (this.#parent === null) this.#entries.delete(key);
    else this.#entries.set(key, null);
  }

  /** What this draft would change in its parent. */
  changes(): Change[] {
    const before = (key: string): Entry | null => this.#parent?.get(key) ?? null;
    return [...this.#entries]
      .map(([key, after]) => ({ key, before: before(key), after }))
      .filter((change) => change.before !== change.after);
  }

  merge(): void {
    const parent = this.#parent;
    if (parent === null) return;
    for (const key of this.#reads) parent.#reads.add(key);
    for (const { key, after } of this.changes()) {
      if (after === null) parent.remove(key);
      else parent.put(after);
    }
    this.#entries.clear();
  }

  reads(): readonly string[] {
    return [...this.#reads];
  }

  touch(key: string, ledger: number): void {
    this.#modifiedLedger.set(key, ledger);
  }

  modifiedLedger(key: string): number {
    return this.#modifiedLedger.get(key) ?? this.#parent?.modifiedLedger(key) ?? 1;
  }

  *all(): Generator<Entry> {
    for (const entry of this.#entries.values()) if (entry !== null) yield entry;
  }

  account(address: string): AccountEntry | null {
    return only("account", this.get(keyOf.account(address)));
  }

  trustline(address: string, asset: string): TrustLineEntry | null {
    return only("trustline", this.get(keyOf.trustline(address, asset)));
  }

  data(address: string, name: string): DataEntry | null {
    return only("data", this.get(keyOf.data(address, name)));
  }

  claimable(id: string): ClaimableBalanceEntry | null {
    return only("claimable", this.get(keyOf.claimable(id)));
  }

  contract(contractId: string): ContractEntry | null {
    return only("contract", this.get(keyOf.contract(contractId)));
  }

  contractData(contractId: string, symbol: string): ContractDataEntry | null {
    return only("contractData", this.get(keyOf.contractData(contractId, symbol)));
  }

  tokenBalance(contractId: string, holder: string): TokenBalanceEntry | null {
    return only("tokenBalance", this.get(keyOf.tokenBalance(contractId, holder)));
  }
}

function only<Kind extends Entry["kind"]>(kind: Kind, entry: Entry | null): Extract<Entry, { kind: Kind }> | null {
  return isKind(entry, kind) ? entry : null;
}

function isKind<Kind extends Entry["kind"]>(entry: Entry | null, kind: Kind): entry is Extract<Entry, { kind: Kind }> {
  return entry?.kind === kind;
}
