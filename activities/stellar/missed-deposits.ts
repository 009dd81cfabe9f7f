import { Context } from "@temporalio/activity";
import type { ActivityDeps } from "../deps.ts";
import { knownHashes } from "../storage/deposits.ts";
import type { PaymentInHistory } from "./client.ts";
import { creditForgotten } from "./credit-forgotten.ts";
import { creditFound } from "./credit-found.ts";
import { arrivedTransfers } from "./follow-deposits.ts";
import type { TransferEvent } from "./read-transfer-events.ts";
import { transferPages } from "./transfer-pages.ts";

/** So far back a wallet's history is searched: 50,000 payments. */
const HISTORY_PAGES_MAX = 250;

export interface MissedDeposits {
  readonly creditedCount: number;
  /** Payments that Horizon shows in ledgers that no node has any more, without saying what they brought. */
  readonly forgottenHashes: readonly string[];
  /** Payments that Horizon shows, and that the node leaves out of the events of a ledger that it still has. */
  readonly withheldHashes: readonly string[];
  /** Deposits beyond what the wallet holds, or of a wallet whose money is in motion. */
  readonly unexplainedHashes: readonly string[];
}

/**
 * Looks for deposits to a wallet that the follower never saw. Horizon says in which Stellar ledgers payments were, the node's
 * events of those ledgers say what arrived: so each has the very id under which the follower would have credited it, or
 * still will, and counts once. What one source shows and the other does not is told, whichever of them is wrong.
 * @param surplusStroops what the wallet holds beyond our books: once it is found the search ends
 */
export async function creditMissed(
  deps: ActivityDeps,
  address: string,
  surplusStroops: bigint,
): Promise<MissedDeposits> {
  const found = { creditedCount: 0, forgottenHashes: [], withheldHashes: [], unexplainedHashes: [] } as Found;
  const { oldestLedger } = await deps.stellar.latestLedger();
  let leftStroops = surplusStroops;
  let pages = 0;
  for await (const payments of deps.stellar.payments(address)) {
    const missed = await unknownAmong(deps, address, payments);
    for (const payment of missed.filter(({ ledger }) => ledger < oldestLedger)) {
      leftStroops -= await creditArchived(deps, address, payment, found);
    }
    for (const [ledger, hashes] of byLedger(missed.filter(({ ledger }) => ledger >= oldestLedger))) {
      leftStroops -= await creditLedger(deps, { address, ledger, hashes }, found);
    }
    pages += 1;
    if (leftStroops <= 0n || pages === HISTORY_PAGES_MAX) break;
    Context.current().heartbeat();
  }
  return found;
}

/** @returns how much it brought, as far as somebody can say */
async function creditArchived(
  deps: ActivityDeps,
  address: string,
  payment: PaymentInHistory,
  found: Found,
): Promise<bigint> {
  const forgotten = await creditForgotten(deps, address, payment);
  if (forgotten === null) found.forgottenHashes.push(payment.txHash);
  found.creditedCount += forgotten?.creditedCount ?? 0;
  found.unexplainedHashes.push(...(forgotten?.unexplained ?? []).map(({ txHash }) => txHash));
  return forgotten?.stroops ?? 0n;
}

interface Found {
  creditedCount: number;
  readonly forgottenHashes: string[];
  readonly withheldHashes: string[];
  readonly unexplainedHashes: string[];
}

interface Missed {
  readonly address: string;
  readonly ledger: number;
  readonly hashes: readonly string[];
}

/** @returns how much arrived in the ledger that was not known */
async function creditLedger(deps: ActivityDeps, { address, ledger, hashes }: Missed, found: Found): Promise<bigint> {
  const events = await eventsIn(deps, ledger);
  const ofWallet = events.filter(({ from, to }) => from === address || to === address);
  const shown = new Set(ofWallet.map(({ txHash }) => txHash));
  found.withheldHashes.push(...hashes.filter((hash) => !shown.has(hash)));
  const arrived = (await arrivedTransfers(deps, events)).filter(
    (one) => one.to === address && hashes.includes(one.txHash),
  );
  const { creditedCount, unexplained } = await creditFound(deps, arrived);
  found.creditedCount += creditedCount;
  found.unexplainedHashes.push(...unexplained.map(({ txHash }) => txHash));
  return arrived.reduce((sum, { stroops }) => sum + stroops, 0n);
}

async function unknownAmong(
  { db }: ActivityDeps,
  address: string,
  payments: readonly PaymentInHistory[],
): Promise<PaymentInHistory[]> {
  const hashes = payments.map(({ txHash }) => txHash);
  const known = await knownHashes(db, address, hashes);
  return payments.filter(({ txHash }) => !known.has(txHash));
}

function byLedger(payments: readonly PaymentInHistory[]): Map<number, string[]> {
  const ledgers = new Map<number, string[]>();
  for (const { ledger, txHash } of payments) ledgers.set(ledger, [...(ledgers.get(ledger) ?? []), txHash]);
  return ledgers;
}

async function eventsIn({ stellar }: ActivityDeps, ledger: number): Promise<TransferEvent[]> {
  const events: TransferEvent[] = [];
  for await (const page of transferPages(stellar, { startLedger: ledger, endLedger: ledger + 1 }, ledger)) {
    events.push(...page.events.filter((event) => event.ledger === ledger));
  }
  return events;
}
