import { AppError } from "../../domain/errors.ts";
import type { OrderOutcome, OrderStatus } from "../../domain/order/states.ts";
import type { Database } from "../../prisma/client.ts";
import { type Caller, maySee } from "../caller.ts";
import { type PageRequest, pageOf } from "./page.ts";

/** What an order is shown with: its escrow, its milestones, and its latest dispute. */
export const ORDER_PARTS = {
  escrow: true,
  milestones: { orderBy: { position: "asc" } },
  disputes: {
    include: { milestone: { select: { ref: true } }, comments: { orderBy: { createdAt: "asc" } } },
    orderBy: { createdAt: "desc" },
    take: 1,
  },
} as const;

export type OrderRow = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

export interface OrderFilter {
  /** Either of the two matches when both are given. */
  readonly buyerId?: string | undefined;
  readonly sellerId?: string | undefined;
  readonly status?: OrderStatus | undefined;
  readonly outcome?: OrderOutcome | undefined;
  readonly createdAfter?: Date | undefined;
  readonly createdBefore?: Date | undefined;
}

export const findOrder = (db: Database, id: string) =>
  db.prisma.order.findUnique({ where: { id }, include: ORDER_PARTS });

export const findOrderByRef = (db: Database, clientOrderRef: string) =>
  db.prisma.order.findUnique({ where: { clientOrderRef }, include: ORDER_PARTS });

/** The order for one of its parties, or for a key of nobody. @throws AppError ORDER_NOT_FOUND, also for foreign ones */
export async function visibleOrder(db: Database, caller: Caller, orderId: string): Promise<OrderRow> {
  const order = await findOrder(db, orderId);
  if (!order || !maySee(caller, order.buyerId, order.sellerId)) throw new AppError("ORDER_NOT_FOUND", { orderId });
  return order;
}

export function listOrders(db: Database, caller: Caller, filter: OrderFilter, request: PageRequest) {
  const { buyerId, sellerId, status, outcome, createdAfter, createdBefore } = filter;
  const parties = [...(buyerId ? [{ buyerId }] : []), ...(sellerId ? [{ sellerId }] : [])];
  const own = caller.boundUserId;
  const conditions = [
    ...(own ? [{ OR: [{ buyerId: own }, { sellerId: own }] }] : []),
    ...(parties.length > 0 ? [{ OR: parties }] : []),
    ...(status ? [{ status }] : []),
    ...(outcome ? [{ outcome }] : []),
    ...(createdAfter ? [{ createdAt: { gt: createdAfter } }] : []),
    ...(createdBefore ? [{ createdAt: { lt: createdBefore } }] : []),
  ];
  const orders = {
    findFirst: db.prisma.order.findFirst,
    findMany: (query: object) => db.prisma.order.findMany({ ...query, include: ORDER_PARTS }),
  };
  return pageOf(orders, { AND: conditions }, request);
}

/** The order whose escrow a provider speaks of, by its contract or by the order's own id; null when it is none of ours. */
export async function orderOfEscrow(
  { sql }: Pick<Database, "sql">,
  contractId: string | null,
  orderId: string | null,
): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT order_id AS id FROM escrow WHERE contract_id = $1 UNION ALL SELECT id FROM orders WHERE id = $2 LIMIT 1`,
    [contractId, orderId],
  );
  return rows[0]?.id ?? null;
}
