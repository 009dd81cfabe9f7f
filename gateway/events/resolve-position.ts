import { AppError } from "../../domain/errors.ts";
import { EVERY_EVENT } from "../../domain/events/event-filter.ts";
import { isId } from "../../domain/ids.ts";
import type { Database } from "../../prisma/client.ts";
import { invalid } from "../middleware/validate.ts";
import { eventsAfter, newestSequence, positionAt, sequenceOf } from "../reads/events.ts";

type Db = Pick<Database, "sql">;

const WINDOW_MS = 30 * 24 * 60 * 60 * 1000;
const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The number after which reading begins: of an event's id, a number, or a time. What it names itself was read already.
 * @throws AppError VALIDATION_ERROR when it names nothing; CURSOR_EXPIRED when what comes next is older than the window
 */
export async function resolvePosition(db: Db, field: string, text: string, now: Date): Promise<number> {
  const position = await positionOf(db, text);
  if (position === null) throw invalid([{ field, message: "is no event, sequence number or time that is known here" }]);
  const next = (await eventsAfter(db, position, EVERY_EVENT, 1)).events[0];
  if (next && next.occurredAt < windowStart(now)) {
    throw new AppError("CURSOR_EXPIRED", { oldestCursor: String(await oldestPosition(db, now)) });
  }
  return position;
}

/** Where the window begins that can be read. */
export const oldestPosition = (db: Db, now: Date): Promise<number> => positionAt(db, windowStart(now));

async function positionOf(db: Db, text: string): Promise<number | null> {
  if (isId("event", text)) return sequenceOf(db, text);
  if (/^\d{1,15}$/.test(text)) return Number(text) <= (await newestSequence(db)) ? Number(text) : null;
  const time = ISO_TIME.test(text) ? new Date(text) : null;
  return time && !Number.isNaN(time.getTime()) ? positionAt(db, time) : null;
}

const windowStart = (now: Date): Date => new Date(now.getTime() - WINDOW_MS);
