import type { LedgerEntry } from "./ledger/entry.ts";

/** Everything that one step of a payment changes in our books, written in one transaction or not at all. */
export interface Step {
  readonly inserts?: readonly RowInsert[];
  readonly moves?: readonly Move[];
  readonly edits?: readonly Edit[];
  readonly remarks?: readonly Remark[];
  readonly entry?: LedgerEntry;
  readonly audits?: readonly AuditNote[];
  readonly events?: readonly PublicEvent[];
}

export type StatusNoun =
  | "users"
  | "orders"
  | "escrow"
  | "milestone"
  | "withdrawal"
  | "topup"
  | "wallet"
  | "refill"
  | "platform_payout"
  | "dispute"
  | "webhook_endpoint";

/** A status that changes only if it is still one of `from`. `set` holds further columns by their database names. */
export interface Move {
  readonly noun: StatusNoun;
  readonly id: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly set?: Readonly<Record<string, unknown>>;
}

/** Columns that change while the status stays, and only if it is one of `while`. */
export interface Edit {
  readonly noun: StatusNoun;
  readonly id: string;
  readonly while: readonly string[];
  readonly set: Readonly<Record<string, unknown>>;
}

/** A row without a status, by database column names: something said about a thing. */
export interface Remark {
  readonly table: "dispute_comment";
  readonly row: Readonly<Record<string, unknown>> & { readonly id: string };
}

/** A new row, by database column names. */
export interface RowInsert {
  readonly noun: StatusNoun;
  readonly row: Readonly<Record<string, unknown>> & { readonly id: string; readonly status: string };
}

export type BalanceMoment = "previousAvailable" | "newAvailable" | "previousReserved" | "newReserved";

/** An event that consumers see. Its id, number and time are given when it is stored. */
export interface PublicEvent {
  readonly type: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** The user it concerns most, for filters. */
  readonly userId: string | null;
  /** The other party, whom it concerns as well. */
  readonly counterpartyId?: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Puts the user's balance, around this step, into the named payload fields. */
  readonly balance?: { readonly userId: string; readonly fields: Readonly<Record<string, BalanceMoment>> };
}

export interface AuditNote {
  readonly action: "CREATE" | "UPDATE" | "DELETE";
  readonly eventType: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  /** SUCCESS unless said otherwise: what was refused is audited only where nobody could be told. */
  readonly result?: "SUCCESS" | "FAILURE";
}
