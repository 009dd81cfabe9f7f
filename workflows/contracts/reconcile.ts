import { defineUpdate } from "@temporalio/workflow";

export const RECONCILE_WORKFLOW = "reconcile";
/** Of a run that somebody asks for; the runs of the schedule have the time behind it. */
export const reconcileWorkflowId = (network: string): string => `reconcile/${network}`;

export interface ReconcileInput {
  /** Whose deposits are followed: the name of the cursor. */
  readonly stream: string;
}

/** What the comparison of one book found. */
export interface BookReport {
  readonly checked: number;
  readonly differing: number;
  /** Nothing is said of these yet: money of theirs was in flight. */
  readonly inMotion: number;
  /** Deposits that the follower had missed. */
  readonly credited: number;
}

/** `failure`: why a book could not be compared; its differences are as they were. */
export type BookOutcome = (BookReport & { readonly failure: null }) | { readonly failure: string };

export interface ReconciliationReport {
  readonly runId: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly ledger: BookOutcome;
  readonly wallets: BookOutcome;
  readonly escrows: BookOutcome;
  /** Events of the token that could not be read when they came. Missing in reports of before they were kept. */
  readonly deposits?: BookOutcome;
  /** Missing in reports of before there was a fiat provider. */
  readonly fiat?: BookOutcome | null;
}

/** Answers when the run is over. */
export const finishedUpdate = defineUpdate<ReconciliationReport>("finished");
