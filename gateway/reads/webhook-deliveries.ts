import type { Database } from "../../prisma/client.ts";
import { type PageRequest, pageOf } from "./page.ts";

export interface UnstartedDelivery {
  readonly id: string;
  readonly endpointId: string;
  readonly sequence: number;
  readonly round: number;
  readonly eventType: string;
}

export type DeliveryStatus = "PENDING" | "DELIVERED" | "FAILED" | "HELD" | "CANCELED";

/** What there is to do, in one question: it is asked at every turn of an idle relay. */
export interface DeliveryWork {
  /** Number of the newest event. */
  readonly newest: number;
  readonly hasEndpoints: boolean;
  /** Endpoints that have not looked at every event, and may. */
  readonly behind: readonly string[];
  readonly hasUnstarted: boolean;
}

export async function deliveryWork({ sql }: Pick<Database, "sql">): Promise<DeliveryWork> {
  const { rows } = await sql.query<Omit<DeliveryWork, "newest"> & { newest: string }>(
    `SELECT value AS newest, EXISTS (SELECT 1 FROM webhook_endpoint WHERE status = 'ACTIVE') AS "hasEndpoints",
       ARRAY (SELECT id FROM webhook_endpoint WHERE status = 'ACTIVE' AND cursor < value) AS behind,
       EXISTS (SELECT 1 FROM webhook_delivery WHERE status = 'PENDING' AND started_at IS NULL) AS "hasUnstarted"
     FROM event_counter`,
  );
  const [row] = rows;
  if (!row) throw new Error("the counter of events is gone");
  return { ...row, newest: Number(row.newest) };
}

/** Deliveries whose round has no workflow yet, oldest first. */
export async function unstartedDeliveries({ sql }: Pick<Database, "sql">, limit: number): Promise<UnstartedDelivery[]> {
  const { rows } = await sql.query<Omit<UnstartedDelivery, "sequence"> & { sequence: string }>(
    `SELECT d.id, d.endpoint_id AS "endpointId", d.sequence, d.round, e.type AS "eventType"
     FROM webhook_delivery d JOIN event e ON e.sequence = d.sequence
     WHERE d.status = 'PENDING' AND d.started_at IS NULL ORDER BY d.created_at LIMIT $1`,
    [limit],
  );
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}

export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>["items"][number];

const withEvent = { event: { select: { id: true, type: true } } } as const;

export function listDeliveries(
  { prisma }: Database,
  endpointId: string,
  filter: { readonly status?: DeliveryStatus | undefined; readonly eventId?: string | undefined },
  request: PageRequest,
) {
  const table = {
    findFirst: (query: { where: { AND: object[] } }) => prisma.webhookDelivery.findFirst(query),
    findMany: (query: { where: { AND: object[] }; orderBy: object[]; take: number }) =>
      prisma.webhookDelivery.findMany({ ...query, include: withEvent }),
  };
  const conditions = [
    { endpointId },
    ...(filter.status ? [{ status: filter.status }] : []),
    ...(filter.eventId ? [{ event: { id: filter.eventId } }] : []),
  ];
  return pageOf(table, { AND: conditions }, request);
}

/** By its own id or by its event's; null when the endpoint has no such one. */
export const findDelivery = ({ prisma }: Database, endpointId: string, idOrEventId: string) =>
  prisma.webhookDelivery.findFirst({
    where: { endpointId, OR: [{ id: idOrEventId }, { event: { id: idOrEventId } }] },
    include: { ...withEvent, attempts: { orderBy: [{ round: "asc" }, { number: "asc" }] } },
  });
