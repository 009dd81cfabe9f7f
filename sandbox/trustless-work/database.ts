/** What the provider remembers about one escrow. Its copies of the chain lag behind; builds work from them. */
export interface EscrowRecord {
  readonly contractId: string;
  /** Who deployed it. */
  readonly signer: string;
  readonly createdAtMs: number;
  readonly copies: readonly EscrowCopy[];
  readonly fundedBy: readonly string[];
  readonly disputeStartedBy: string | null;
}

export interface EscrowCopy {
  readonly takenAtMs: number;
  readonly visibleAtMs: number;
  /** base64 ScVal as the contract stored it. */
  readonly escrowXdr: string;
  readonly balanceStroops: string;
}

const KEPT_COPIES = 8;

/** In memory; the world stores each record that `onChange` reports. */
export class TrustlessWorkDatabase {
  readonly #records = new Map<string, EscrowRecord>();
  /** When the requests of the last minute came; not kept when the sandbox stops. */
  requestsAtMs: readonly number[] = [];
  onChange: (record: EscrowRecord) => void = () => undefined;

  static fromJSON(json: { readonly records: readonly EscrowRecord[] }): TrustlessWorkDatabase {
    const database = new TrustlessWorkDatabase();
    for (const record of json.records) database.#records.set(record.contractId, record);
    return database;
  }

  toJSON(): { readonly records: readonly EscrowRecord[] } {
    return { records: [...this.#records.values()] };
  }

  /** As stored, seen or not. */
  find(contractId: string): EscrowRecord | null {
    return this.#records.get(contractId) ?? null;
  }

  all(): readonly EscrowRecord[] {
    return [...this.#records.values()];
  }

  put(record: EscrowRecord): void {
    const kept = { ...record, copies: record.copies.slice(-KEPT_COPIES) };
    this.#records.set(record.contractId, kept);
    this.onChange(kept);
  }

  clear(): void {
    this.#records.clear();
    this.requestsAtMs = [];
  }
}

/** The newest copy that the index shows by now; null while it shows none. */
export const visibleCopy = (record: EscrowRecord, nowMs: number): EscrowCopy | null =>
  record.copies.findLast((copy) => copy.visibleAtMs <= nowMs) ?? null;
