import type { ActivityDeps } from "../deps.ts";
import { creditWithinSurplus, type FoundDeposits } from "../storage/credit-within-surplus.ts";
import { type ArrivedTransfer, creditedEvents, eventKey, furthestLedgerRead } from "../storage/deposits.ts";
import { activeWallets } from "../storage/holdings.ts";
import { transferPages } from "./transfer-pages.ts";

type CreditDeps = Pick<ActivityDeps, "db" | "stellar">;

const TRIES_MAX = 3;

/**
 * Credits deposits that were found late, wallet by wallet, each within what it holds beyond our books. Where its money is in
 * motion nothing is done: whoever looks next finds them again.
 */
export async function creditFound(deps: CreditDeps, found: readonly ArrivedTransfer[]): Promise<FoundDeposits> {
  const total = { creditedCount: 0, unexplained: [] as ArrivedTransfer[] };
  for (const [address, deposits] of byAddress(found)) {
    const { creditedCount, unexplained } = await creditTo(deps, address, deposits);
    total.creditedCount += creditedCount;
    total.unexplained.push(...unexplained);
  }
  return total;
}

async function creditTo(deps: CreditDeps, address: string, found: readonly ArrivedTransfer[]): Promise<FoundDeposits> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const [holding] = await activeWallets(deps.db, { addresses: [address] });
    if (!holding || holding.unsettledCount > 0) continue;
    // the books first, then the chain: what the chain shows beyond them is not booked yet
    const chain = await deps.stellar.walletsUsdc([address]);
    const furthestLedger = (await furthestLedgerRead(deps.db)) ?? chain.ledger;
    const newest = Math.max(furthestLedger, ...found.map(({ ledger }) => ledger));
    if (newest > chain.ledger) continue; // a node that is behind what was read already
    const newsStroops = await newsTo(deps, found, { address, after: furthestLedger, through: chain.ledger });
    const look = { holding, chainStroops: chain.stroopsOf(address) - newsStroops };
    const credited = await creditWithinSurplus(deps.db, look, found);
    if (credited) return credited;
  }
  return { creditedCount: 0, unexplained: found };
}

interface Unread {
  readonly address: string;
  /** Stellar ledgers: behind the newest that was ever read, up to the one at which the chain was looked at. */
  readonly after: number;
  readonly through: number;
}

/** What arrived and nobody has read yet: the follower will credit it as news, so it is no surplus that explains what was lost. */
async function newsTo(deps: CreditDeps, found: readonly ArrivedTransfer[], unread: Unread): Promise<bigint> {
  const news = new Map<string, bigint>();
  for await (const event of eventsOf(deps, unread)) {
    if (event.to === unread.address) news.set(eventKey(event), event.stroops);
  }
  for (const { eventId } of found) news.delete(eventId);
  for (const id of await creditedEvents(deps.db, [...news.keys()])) news.delete(id);
  return [...news.values()].reduce((sum, stroops) => sum + stroops, 0n);
}

async function* eventsOf({ stellar }: CreditDeps, { after, through }: Unread) {
  if (after >= through) return;
  for await (const { events } of transferPages(stellar, { startLedger: after + 1 }, through)) {
    yield* events.filter(({ ledger }) => ledger <= through);
  }
}

function byAddress(found: readonly ArrivedTransfer[]): Map<string, ArrivedTransfer[]> {
  const groups = new Map<string, ArrivedTransfer[]>();
  for (const deposit of found) groups.set(deposit.to, [...(groups.get(deposit.to) ?? []), deposit]);
  return groups;
}
