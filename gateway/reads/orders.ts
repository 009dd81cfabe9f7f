import { AppError } from "../../domain/errors.ts";
import type { OrderOutcome, OrderStatus } from "../../domain/order/states.ts";
import type { Database } from "../../prisma/client.ts";
import type { OrderGetPayload } from "../../prisma/generated/models/Order.ts";
import { type Caller, maySee } from "../caller.ts";
import { type PageRequest, pageOf } from "./page.ts";
import { queryRows, rowOf } from "./plain-rows.ts";

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

export type OrderRow = OrderGetPayload<{ include: typeof ORDER_PARTS }>;

export interface OrderFilter {
  /** Either of the two matches when both are given. */
  readonly buyerId?: string | undefined;
  readonly sellerId?: string | undefined;
  readonly status?: OrderStatus | undefined;
  readonly outcome?: OrderOutcome | undefined;
  readonly createdAfter?: Date | undefined;
  readonly createdBefore?: Date | undefined;
}

export const findOrder = (db: Pick<Database, "sql">, id: string): Promise<OrderRow | null> => readOrder(db, "id", id);

export const findOrderByRef = (db: Pick<Database, "sql">, clientOrderRef: string): Promise<OrderRow | null> =>
  readOrder(db, "client_order_ref", clientOrderRef);

/** ORDER_PARTS and the order by one round trip: Prisma asks once for each part, and this is what is read most. */
const READ_ORDER = `
  SELECT o.*,
    (SELECT to_jsonb(e) || jsonb_build_object('amount_stroops', e.amount_stroops::text)
      FROM escrow e WHERE e.order_id = o.id) AS escrow,
    ARRAY(SELECT to_jsonb(m) || jsonb_build_object('amount_stroops', m.amount_stroops::text)
      FROM milestone m WHERE m.order_id = o.id ORDER BY m.position) AS milestones,
    ARRAY(SELECT to_jsonb(d) || jsonb_build_object(
        'release_amount_stroops', d.release_amount_stroops::text, 'refund_amount_stroops', d.refund_amount_stroops::text,
        'milestone', (SELECT jsonb_build_object('ref', m.ref) FROM milestone m WHERE m.id = d.milestone_id),
        'comments', ARRAY(SELECT to_jsonb(c) FROM dispute_comment c WHERE c.dispute_id = d.id ORDER BY c.created_at))
      FROM dispute d WHERE d.order_id = o.id ORDER BY d.created_at DESC LIMIT 1) AS disputes
  FROM orders o WHERE`;

type Columns = Readonly<Record<string, unknown>>;
type OrderColumns = Columns & {
  readonly escrow: Columns | null;
  readonly milestones: readonly Columns[];
  readonly disputes: readonly (Columns & { readonly comments: readonly Columns[] })[];
};

async function readOrder(db: Pick<Database, "sql">, by: "id" | "client_order_ref", value: string) {
  const [order] = await queryRows<OrderColumns>(db, `${READ_ORDER} o.${by} = $1`, [value]);
  if (!order) return null;
  return rowOf<OrderRow>({
    ...order,
    escrow: order.escrow && rowOf(order.escrow),
    milestones: order.milestones.map(rowOf),
    disputes: order.disputes.map((dispute) => rowOf({ ...dispute, comments: dispute.comments.map(rowOf) })),
  });
}

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
