export interface Kept {
  readonly id: string;
  readonly code: string | null;
  readonly next: { readonly atMs: number } | null;
}

/** Objects of one kind, each as it is and as it was before its last change. */
export class Shelf<Item extends Kept> {
  readonly #current = new Map<string, Item>();
  readonly #before = new Map<string, Item>();
  readonly #idByCode = new Map<string, string>();
  /** Those that something will happen to by itself. */
  readonly #waiting = new Map<string, number>();
  /** No object's time comes earlier. */
  #nextDueMs = Number.POSITIVE_INFINITY;

  put(item: Item): void {
    const before = this.#current.get(item.id);
    if (before !== undefined) this.#before.set(item.id, before);
    this.#current.set(item.id, item);
    if (item.code !== null) this.#idByCode.set(item.code, item.id);
    if (item.next === null) this.#waiting.delete(item.id);
    else {
      this.#waiting.set(item.id, item.next.atMs);
      this.#nextDueMs = Math.min(this.#nextDueMs, item.next.atMs);
    }
  }

  find(id: string): Item | null {
    return this.#current.get(id) ?? null;
  }

  findByCode(code: string): Item | null {
    return this.find(this.#idByCode.get(code) ?? "");
  }

  /** Null while it has never changed: before that, it did not exist. */
  beforeLastChange({ id }: Item): Item | null {
    return this.#before.get(id) ?? null;
  }

  /** Oldest first. */
  all(): Item[] {
    return [...this.#current.values()];
  }

  /** Those whose time has come, the earliest first. Costs nothing while there are none. */
  due(nowMs: number): Item[] {
    if (nowMs < this.#nextDueMs) return [];
    const ids = [...this.#waiting].filter(([, atMs]) => atMs <= nowMs).sort(([, one], [, other]) => one - other);
    if (ids.length === 0) this.#nextDueMs = earliest(this.#waiting.values());
    return ids.flatMap(([id]) => this.find(id) ?? []);
  }

  clear(): void {
    for (const map of [this.#current, this.#before, this.#idByCode, this.#waiting]) map.clear();
    this.#nextDueMs = Number.POSITIVE_INFINITY;
  }
}

function earliest(times: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY;
  for (const time of times) found = Math.min(found, time);
  return found;
}
