import { createHash } from "node:crypto";
import type { StoredEvent } from "../../domain/events/domain-event.ts";
import { endpointWants, type WantingEndpoint } from "../../domain/events/endpoint-wants.ts";
import { EVERY_EVENT } from "../../domain/events/event-filter.ts";
import { mintId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";
import { eventsAfter } from "../reads/events.ts";
import type { UnstartedDelivery } from "../reads/webhook-deliveries.ts";
import type { Transaction } from "./transaction.ts";

const PAGE_EVENTS = 500;
/** An endpoint that takes nothing gets no further deliveries meanwhile; its cursor waits. */
const PENDING_MAX = 1_000;

/**
 * The next deliveries of an endpoint and its new cursor, in one transaction: each event is looked at once for it. False when
 * another gateway is at it, when too much is pending, or when nothing is new.
 */
export const planDeliveries = (db: Database, endpointId: string): Promise<boolean> =>
  db.prisma.$transaction(async (tx) => {
    const endpoint = await lockActive(tx, endpointId);
    if (!endpoint || (await isFull(tx, endpointId))) return false;
    const cursor = Number(endpoint.cursor);
    const page = await eventsAfter(db, cursor, EVERY_EVENT, PAGE_EVENTS); // events never change, so any connection may read them
    if (page.through === cursor) return false;
    const wanted = page.events.filter((event) => endpointWants(endpoint, event));
    await tx.webhookDelivery.createMany({
      data: wanted.map((event) => rowOf(endpointId, event)),
      skipDuplicates: true,
    });
    await tx.webhookEndpoint.update({ where: { id: endpointId }, data: { cursor: page.through } });
    return true;
  });

interface LockedEndpoint extends WantingEndpoint {
  readonly cursor: bigint;
}

async function lockActive(tx: Transaction, endpointId: string): Promise<LockedEndpoint | undefined> {
  const rows = await tx.$queryRaw<LockedEndpoint[]>`
    SELECT id, event_types AS "eventTypes", user_id AS "userId", cursor FROM webhook_endpoint
    WHERE id = ${endpointId} AND status = 'ACTIVE' FOR NO KEY UPDATE SKIP LOCKED`;
  return rows[0];
}

async function isFull(tx: Transaction, endpointId: string): Promise<boolean> {
  const pending = await tx.webhookDelivery.findMany({
    where: { endpointId, status: "PENDING" },
    select: { id: true },
    skip: PENDING_MAX - 1,
    take: 1,
  });
  return pending.length > 0;
}

/** Begins these events' deliveries anew, also of those that were never wanted or never planned. */
export async function replayEvents(tx: Transaction, endpointId: string, events: readonly StoredEvent[]): Promise<void> {
  const rows = events.map((event) => rowOf(endpointId, event));
  await tx.webhookDelivery.createMany({ data: rows, skipDuplicates: true });
  await tx.$executeRaw`
    UPDATE webhook_delivery SET status = 'PENDING', round = round + 1, started_at = NULL, updated_at = clock_timestamp()
    WHERE id = ANY (${rows.map(({ id }) => id)}) AND NOT (status = 'PENDING' AND started_at IS NULL)`;
}

/** What waited for its endpoint, or for its next attempt, begins at once. */
export async function releaseDeliveries(tx: Transaction, endpointId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_delivery SET status = 'PENDING', round = round + 1, started_at = NULL, updated_at = clock_timestamp()
    WHERE endpoint_id = ${endpointId} AND (status = 'HELD' OR (status = 'PENDING' AND started_at IS NOT NULL))`;
}

/** Only its own round: a replay that began meanwhile has yet to be started. */
export async function markStarted({ sql }: Pick<Database, "sql">, { id, round }: UnstartedDelivery): Promise<void> {
  await sql.query(
    "UPDATE webhook_delivery SET started_at = clock_timestamp() WHERE id = $1 AND round = $2 AND started_at IS NULL",
    [id, round],
  );
}

/** The same event for the same endpoint is the same delivery, whoever plans it. */
function rowOf(endpointId: string, { sequence }: StoredEvent) {
  const entropy = createHash("sha256").update(`${endpointId}/${sequence}`).digest();
  return { id: mintId("webhookDelivery", entropy), endpointId, sequence };
}
