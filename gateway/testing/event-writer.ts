import { randomBytes } from "node:crypto";
import { ID_ENTROPY_BYTES, mintId } from "../../domain/ids.ts";
import type { PublicEvent } from "../../domain/step.ts";
import type { Database } from "../../prisma/client.ts";

export interface EventToWrite {
  readonly type?: string;
  readonly aggregateType?: string;
  readonly userId?: string | null;
  readonly counterpartyId?: string;
  readonly payload?: object;
  readonly balance?: PublicEvent["balance"];
}

/** Writes events as every step does, in one transaction; returns their ids. */
export async function writeEvents(db: Pick<Database, "sql">, ...events: readonly EventToWrite[]): Promise<string[]> {
  const named = events.map((event) => ({
    id: mintId("event", randomBytes(ID_ENTROPY_BYTES)),
    type: "order.created",
    aggregateType: "Order",
    aggregateId: "ord_of_a_test",
    userId: null,
    payload: {},
    ...event,
  }));
  const step = { key: `test ${randomBytes(12).toString("hex")}`, correlationId: "test", events: named };
  await db.sql.query("SELECT record_step($1)", [JSON.stringify(step)]);
  return named.map(({ id }) => id);
}
