import { Context } from "@temporalio/activity";
import type { ActivityDeps } from "../deps.ts";
import {
  type ArrivedTransfer,
  creditDeposits,
  eventKey,
  hasBegun,
  loadPosition,
  ownersOf,
  ownHashes,
  ownSenders,
  recordGap,
  rememberStart,
} from "../storage/deposits.ts";
import { creditFound } from "./credit-found.ts";
import type { EventPosition, TransferEvent, TransferPage } from "./read-transfer-events.ts";
import { isPlatform, type WalletOwner } from "./wallets.ts";

export interface FollowDeposits {
  /** Name of the cursor, one per network. */
  readonly stream: string;
  /** After this long the workflow starts its history anew. */
  readonly minutes: number;
}

const PAGE_EVENTS = 1_000;
const POLL_MS = 500;

/** Reads every incoming transfer of the token by cursor, and credits those that belong to users and to no workflow. */
export const stellarFollowDeposits =
  (deps: ActivityDeps) =>
  async ({ stream, minutes }: FollowDeposits): Promise<void> => {
    const until = Date.now() + minutes * 60_000;
    const start = await startOf(deps, stream);
    let { position, furthestLedger } = start;
    while (Date.now() < until) {
      const page = await deps.stellar.transferEvents(position, PAGE_EVENTS);
      await keep(deps, stream, page, furthestLedger);
      position = { cursor: page.cursor };
      furthestLedger = Math.max(furthestLedger, page.readThrough.ledger);
      Context.current().heartbeat(page.cursor);
      if (!page.hasMore) await Context.current().sleep(POLL_MS);
    }
  };

/**
 * Looks from the present on, the first time that an installation starts. To be called before it can make a wallet: a deposit
 * to a wallet that is older than the first look would never be seen.
 */
export async function beginDeposits(
  { db, stellar }: Pick<ActivityDeps, "db" | "stellar">,
  stream: string,
): Promise<void> {
  if (await hasBegun(db, stream)) return; // a worker starts although no newest ledger can be read
  const { sequence } = await stellar.latestLedger();
  await rememberStart(db, stream, sequence);
}

/** Where reading goes on. After an absence longer than the node's history there is a gap: it is stored and told. */
async function startOf({ db, stellar, log }: ActivityDeps, stream: string): Promise<Start> {
  const { oldestLedger } = await stellar.latestLedger();
  const { cursor, ledger, furthestLedger } = await loadPosition(db, stream);
  if (ledger < oldestLedger - 1) {
    const gap = { from: ledger + 1, to: oldestLedger - 1 };
    await recordGap(db, stream, gap);
    log.error({ stream, ...gap }, "deposits in these Stellar ledgers were not seen");
    return { position: { startLedger: oldestLedger }, furthestLedger };
  }
  const position = cursor === "" ? { startLedger: Math.max(ledger, oldestLedger) } : { cursor };
  return { position, furthestLedger };
}

interface Start {
  readonly position: EventPosition;
  /** Everything up to here was read before, by this release or an earlier one. */
  readonly furthestLedger: number;
}

/** What is read for the first time is credited as it is; what was read before and not credited, within the wallet's surplus. */
async function keep(deps: ActivityDeps, stream: string, page: TransferPage, furthestLedger: number): Promise<void> {
  const arrived = page.events.length === 0 ? [] : await arrivedTransfers(deps, page.events);
  for (const { id, txHash, reason } of page.unread) {
    deps.log.error({ eventId: id, txHash, reason }, "an event of the token cannot be read: kept for a later release");
  }
  const late = await creditFound(
    deps,
    arrived.filter(({ ledger }) => ledger <= furthestLedger),
  );
  for (const { txHash } of late.unexplained) {
    deps.log.error({ txHash }, "a deposit that was read again is not credited: reconciliation compares its wallet");
  }
  const shown = { arrived: arrived.filter(({ ledger }) => ledger > furthestLedger), unread: page.unread };
  await creditDeposits(deps.db, stream, shown, { cursor: page.cursor, ...page.readThrough });
}

/** Those of the events that are deposits: to a wallet whose money is somebody's, and sent by no workflow of ours. */
export async function arrivedTransfers(
  { db, provider }: Pick<ActivityDeps, "db" | "provider">,
  events: readonly TransferEvent[],
): Promise<ArrivedTransfer[]> {
  const owners = await ownersOf(db, [...new Set(events.map((event) => event.to))]);
  const candidates = events.filter((event) => owners.has(event.to) && event.stroops > 0n);
  const [hashes, senders] = await Promise.all([
    ownHashes(db, [...new Set(candidates.map((event) => event.txHash))]),
    ownSenders(db, [...new Set(candidates.map((event) => event.from))]),
  ]);
  return candidates.flatMap((event) => {
    const owner = owners.get(event.to) as WalletOwner | undefined;
    const account = owner && provider.depositAccount(owner);
    if (!account || hashes.has(event.txHash) || senders.has(event.from)) return [];
    const userId = isPlatform(owner) ? null : owner;
    return [{ ...event, eventId: eventKey(event), userId, account, muxedId: event.toMuxedId }];
  });
}
