import type { ActivityDeps } from "../deps.ts";
import { creditMissedDeposits, knownHashes } from "../storage/deposits.ts";
import { arrivedTransfers } from "./follow-deposits.ts";
import type { TransferEvent } from "./read-transfer-events.ts";

const PAYMENTS_MAX = 1_000;
const LEDGERS_MAX = 50;
const PAGE_EVENTS = 1_000;

export interface MissedDeposits {
  readonly creditedCount: number;
  /** Of payments that Horizon shows, whose events no node has any more: nobody can say what they brought. */
  readonly unseenHashes: readonly string[];
}

/**
 * Looks for deposits to a wallet that the follower never saw. Horizon says in which Stellar ledgers payments were, the node's
 * events of those ledgers say what arrived: so each has the very id under which the follower would have credited it, or
 * still will, and counts once.
 */
export async function creditMissed(deps: ActivityDeps, address: string): Promise<MissedDeposits> {
  const payments = await deps.stellar.payments(address, PAYMENTS_MAX);
  const known = await knownHashes(
    deps.db,
    payments.map(({ txHash }) => txHash),
  );
  const missed = payments.filter(({ txHash }) => !known.has(txHash));
  const { oldestLedger } = await deps.stellar.latestLedger();
  const ledgers = [...new Set(missed.map(({ ledger }) => ledger))].filter((ledger) => ledger >= oldestLedger);
  let creditedCount = 0;
  for (const ledger of ledgers.slice(0, LEDGERS_MAX)) {
    const arrived = await arrivedTransfers(deps, await eventsIn(deps, ledger));
    creditedCount += await creditMissedDeposits(deps.db, arrived);
  }
  const unseenHashes = missed.filter(({ ledger }) => ledger < oldestLedger).map(({ txHash }) => txHash);
  return { creditedCount, unseenHashes: [...new Set(unseenHashes)] };
}

async function eventsIn({ stellar }: ActivityDeps, ledger: number): Promise<TransferEvent[]> {
  const events: TransferEvent[] = [];
  let page = await stellar.transferEvents({ startLedger: ledger, endLedger: ledger + 1 }, PAGE_EVENTS);
  for (;;) {
    events.push(...page.events.filter((event) => event.ledger === ledger));
    if (page.readThrough.ledger >= ledger) return events;
    page = await stellar.transferEvents({ cursor: page.cursor }, PAGE_EVENTS);
  }
}
