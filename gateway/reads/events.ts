import type { StoredEvent } from "../../domain/events/domain-event.ts";
import type { EventFilter } from "../../domain/events/event-filter.ts";
import type { Database } from "../../prisma/client.ts";

type Sql = Pick<Database, "sql">;

interface EventRow extends Omit<StoredEvent, "sequence"> {
  readonly sequence: string;
}

/** Events after a position, and how far was looked: everything up to `through` that is not among them does not match. */
export interface EventPage {
  readonly events: readonly StoredEvent[];
  readonly through: number;
  /** True when nothing newer was there. */
  readonly atHead: boolean;
}

/** The rows that one question looks at, however few of them match. */
const SCAN_EVENTS = 5_000;

const COLUMNS = `sequence, id, type, aggregate_type AS "aggregateType", aggregate_id AS "aggregateId",
  user_id AS "userId", counterparty_id AS "counterpartyId", balance_user_id AS "balanceUserId", payload, correlation_id AS "correlationId", occurred_at AS "occurredAt"`;

/** One statement, so that the head and the rows are of one moment: numbers have no gap, so nothing can come in between later. */
const PAGE = `WITH head AS (SELECT value FROM event_counter)
  SELECT head.value AS head, page.* FROM head LEFT JOIN LATERAL (
    SELECT ${COLUMNS} FROM event
    WHERE sequence > $1 AND sequence <= $1 + ${SCAN_EVENTS}
      AND ($2::text[] IS NULL OR type LIKE ANY ($2)) AND ($3::text[] IS NULL OR aggregate_type = ANY ($3))
      AND ($4::text IS NULL OR user_id = $4 OR counterparty_id = $4)
    ORDER BY sequence LIMIT $5) page ON true`;

/** Reads on from a position, oldest first. */
export async function eventsAfter(
  { sql }: Sql,
  position: number,
  { types, aggregateTypes, userId }: EventFilter,
  limit: number,
): Promise<EventPage> {
  const values = [position, types?.map(toLike) ?? null, aggregateTypes, userId, limit];
  const { rows } = await sql.query<EventRow & { head: string }>(PAGE, values);
  const head = Number(rows[0]?.head ?? 0);
  const events = rows.filter((row) => row.sequence !== null).map(toStored);
  const last = events.at(-1);
  const through = events.length === limit && last ? last.sequence : Math.min(head, position + SCAN_EVENTS);
  return { events, through: Math.max(through, position), atHead: through >= head };
}

/** The number of the newest event. */
export async function newestSequence({ sql }: Sql): Promise<number> {
  const { rows } = await sql.query<{ value: string }>("SELECT value FROM event_counter");
  return Number(rows[0]?.value ?? 0);
}

/** null when there is no such event. */
export async function sequenceOf({ sql }: Sql, eventId: string): Promise<number | null> {
  const { rows } = await sql.query<{ sequence: string }>("SELECT sequence FROM event WHERE id = $1", [eventId]);
  return rows[0] ? Number(rows[0].sequence) : null;
}

/** The number before the first event that is later than the time. */
export async function positionAt({ sql }: Sql, time: Date): Promise<number> {
  const { rows } = await sql.query<{ sequence: string }>(
    "SELECT sequence FROM event WHERE occurred_at > $1 ORDER BY occurred_at, sequence LIMIT 1",
    [time],
  );
  return rows[0] ? Number(rows[0].sequence) - 1 : newestSequence({ sql });
}

/** A pattern of ours as one of SQL: `_` and `%` are letters of a type like any other. */
const toLike = (pattern: string): string => pattern.replaceAll(/[\\%_]/g, "\\$&").replace(/\*$/, "%");

const toStored = ({ head: _head, ...event }: EventRow & { head: string }): StoredEvent => ({
  ...event,
  sequence: Number(event.sequence),
});
