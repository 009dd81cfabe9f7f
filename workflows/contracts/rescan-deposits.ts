import { defineUpdate } from "@temporalio/workflow";

export const RESCAN_DEPOSITS_WORKFLOW = "rescanDeposits";
/** Of a rescan that somebody asks for: one at a time. */
export const rescanDepositsWorkflowId = (network: string): string => `rescan-deposits/${network}`;
/** Of the one rescan by which a newer reading of events begins. */
export const readerRescanWorkflowId = (network: string, reader: number): string =>
  `${rescanDepositsWorkflowId(network)}/reader-${reader}`;

export interface RescanInput {
  /** Whose deposits are followed: the name of the cursor. */
  readonly stream: string;
  /** Null: as far back as the node's history goes. */
  readonly fromLedger: number | null;
}

export interface RescanReport {
  /** The first and the last Stellar ledger that were read again. */
  readonly fromLedger: number;
  readonly throughLedger: number;
  /** Deposits that had not been credited, and are now. */
  readonly creditedCount: number;
  /** Events of the token that this release cannot read: kept. */
  readonly unreadCount: number;
  /** Deposits beyond what their wallets hold, or to wallets whose money is in motion. Nothing was done. */
  readonly unexplainedHashes: readonly string[];
}

/** Missing in what an earlier release asks: it takes the rescan that runs. */
export type RescanAsked = Pick<RescanInput, "fromLedger">;

/** Answers when all that was asked for was read: by the rescan that runs if it begins there or before, else by one after it. */
export const rescannedUpdate = defineUpdate<RescanReport, [RescanAsked | undefined]>("rescanned");
