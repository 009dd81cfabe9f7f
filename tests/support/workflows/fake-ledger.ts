import { AppError } from "../../../domain/errors.ts";
import type { LedgerEntry } from "../../../domain/ledger/entry.ts";
import type { Move, RowInsert, Step } from "../../../domain/step.ts";

/** Our books in memory, with the laws of the real ones: a key once, guarded moves, balanced entries, nobody below zero. */
export interface FakeLedger {
  /** Writes the step whole or not at all; false when the key was recorded before. */
  record(key: string, step: Step): boolean;
  isRecorded(key: string): boolean;
  balance(account: string): bigint;
  /** The sum of all accounts: zero, or money was made. */
  sum(): bigint;
  /** Every status a row has had, oldest first. */
  statuses(id: string): readonly string[];
  /** The last value of a row's column; undefined when it was never written. */
  column(id: string, name: string): unknown;
  /** Types of the public events of an aggregate, in order. */
  events(aggregateId: string): readonly string[];
}

interface Books {
  readonly keys: Set<string>;
  readonly balances: Map<string, bigint>;
  readonly statuses: Map<string, readonly string[]>;
  /** Columns as they were last written, by row. */
  readonly columns: Map<string, Readonly<Record<string, unknown>>>;
  readonly events: { readonly aggregateId: string; readonly type: string }[];
}

export function fakeLedger(): FakeLedger {
  const books: Books = { keys: new Set(), balances: new Map(), statuses: new Map(), columns: new Map(), events: [] };
  return {
    record(key, step) {
      if (books.keys.has(key)) return false;
      requireEditable(books, step);
      const statuses = statusesAfter(books, step); // all of these may refuse, so nothing is written before
      const balances = step.entry ? balancesAfter(books, step.entry) : [];
      books.keys.add(key);
      for (const [id, list] of statuses) books.statuses.set(id, list);
      for (const [account, stroops] of balances) books.balances.set(account, stroops);
      books.events.push(...(step.events ?? []));
      const written = [
        ...(step.inserts ?? []).map(({ row }) => ({ id: row.id, set: row })),
        ...(step.moves ?? []),
        ...(step.edits ?? []),
      ];
      for (const { id, set } of written) books.columns.set(id, { ...books.columns.get(id), ...set });
      return true;
    },
    isRecorded: (key) => books.keys.has(key),
    balance: (account) => books.balances.get(account) ?? 0n,
    sum: () => [...books.balances.values()].reduce((total, stroops) => total + stroops, 0n),
    statuses: (id) => books.statuses.get(id) ?? [],
    column: (id, name) => books.columns.get(id)?.[name],
    events: (aggregateId) => books.events.filter((event) => event.aggregateId === aggregateId).map(({ type }) => type),
  };
}

function requireEditable(books: Books, { edits = [] }: Step): void {
  for (const edit of edits) {
    const current = books.statuses.get(edit.id)?.at(-1) ?? "missing";
    if (!edit.while.includes(current)) throw new AppError("INVALID_STATE", { id: edit.id, currentState: current });
  }
}

function statusesAfter(books: Books, { inserts = [], moves = [] }: Step): Map<string, readonly string[]> {
  const changed = new Map<string, readonly string[]>();
  const statusesOf = (id: string) => changed.get(id) ?? books.statuses.get(id);
  for (const { row } of inserts) changed.set(row.id, [inserted(row, statusesOf(row.id))]);
  for (const move of moves) changed.set(move.id, [...(statusesOf(move.id) ?? []), moved(move, statusesOf(move.id))]);
  return changed;
}

function inserted({ id, status }: RowInsert["row"], before: readonly string[] | undefined): string {
  if (before) throw new Error(`a row ${id} is there already`);
  return status;
}

function moved({ id, from, to }: Move, before: readonly string[] | undefined): string {
  const current = before?.at(-1) ?? "missing";
  if (!from.includes(current)) throw new AppError("INVALID_STATE", { id, currentState: current, allowedStates: from });
  return to;
}

function balancesAfter(books: Books, { postings }: LedgerEntry): readonly (readonly [string, bigint])[] {
  return postings.map(({ account, stroops }) => {
    const after = (books.balances.get(account) ?? 0n) + stroops;
    if (after < 0n && !/^(world|suspense)\//.test(account)) throw new AppError("INSUFFICIENT_FUNDS", { account });
    return [account, after] as const;
  });
}
