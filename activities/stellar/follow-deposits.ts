import { Context } from "@temporalio/activity";
import type { ActivityDeps } from "../deps.ts";
import {
  type ArrivedTransfer,
  creditDeposits,
  loadCursor,
  ownersOf,
  ownHashes,
  ownSenders,
} from "../storage/deposits.ts";
import type { TransferEvent, TransferPage } from "./read-transfer-events.ts";

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
    let cursor = await loadCursor(deps.db, stream);
    while (Date.now() < until) {
      const page = await nextPage(deps, cursor);
      await keep(deps, stream, page);
      cursor = page.cursor;
      Context.current().heartbeat(cursor);
      if (!page.hasMore) await Context.current().sleep(POLL_MS);
    }
  };

/** A new installation has no users yet, so it begins at the present. */
async function nextPage({ stellar }: ActivityDeps, cursor: string | null): Promise<TransferPage> {
  if (cursor) return stellar.transferEvents({ cursor }, PAGE_EVENTS);
  const { sequence } = await stellar.latestLedger();
  return stellar.transferEvents({ startLedger: sequence }, PAGE_EVENTS);
}

async function keep(deps: ActivityDeps, stream: string, page: TransferPage): Promise<void> {
  const arrived = page.events.length === 0 ? [] : await arrivedTransfers(deps, page.events);
  await creditDeposits(deps.db, stream, arrived, { cursor: page.cursor, ...page.readThrough });
}

async function arrivedTransfers({ db }: ActivityDeps, events: readonly TransferEvent[]): Promise<ArrivedTransfer[]> {
  const owners = await ownersOf(db, [...new Set(events.map((event) => event.to))]);
  const candidates = events.filter((event) => owners.has(event.to) && event.stroops > 0n);
  const [hashes, senders] = await Promise.all([
    ownHashes(db, [...new Set(candidates.map((event) => event.txHash))]),
    ownSenders(db, [...new Set(candidates.map((event) => event.from))]),
  ]);
  return candidates.flatMap((event) => {
    const userId = owners.get(event.to);
    if (!userId || hashes.has(event.txHash) || senders.has(event.from)) return [];
    return [{ ...event, eventId: event.id, userId, muxedId: event.toMuxedId }];
  });
}
