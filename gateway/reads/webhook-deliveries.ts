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

/** Endpoints that have not looked at every event, and may. */
export async function endpointsBehind({ sql }: Pick<Database, "sql">): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM webhook_endpoint WHERE status = 'ACTIVE' AND cursor < (SELECT value FROM event_counter)`,
  );
  return rows.map(({ id }) => id);
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
