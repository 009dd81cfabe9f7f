import { endpoint } from "../../endpoint.ts";
import { list } from "../../envelope.ts";
import { listOrders as readOrders } from "../../reads/orders.ts";
import { presentOrder } from "./present.ts";
import { ListOrdersQuery, OrderList } from "./schemas.ts";

export const listOrders = endpoint(
  {
    method: "get",
    path: "/orders",
    operationId: "listOrders",
    tag: "Orders",
    summary: "Orders, newest first; buyerId and sellerId together mean either.",
    access: "read",
    query: ListOrdersQuery,
    shape: "flagged",
    status: 200,
    data: OrderList,
    errors: [],
  },
  async ({ query, caller, deps }) => {
    const { status, createdAfter, createdBefore, buyerId, sellerId, limit, cursor } = query;
    const filter = {
      buyerId,
      sellerId,
      ...(status === "CANCELLED" ? { outcome: "CANCELED" as const } : { status }),
      createdAfter: createdAfter === undefined ? undefined : new Date(createdAfter),
      createdBefore: createdBefore === undefined ? undefined : new Date(createdBefore),
    };
    const { items, page } = await readOrders(deps.db, caller, filter, { limit, cursor });
    return list(items.map(presentOrder), page);
  },
);
