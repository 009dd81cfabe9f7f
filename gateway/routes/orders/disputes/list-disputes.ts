import { endpoint } from "../../../endpoint.ts";
import { list } from "../../../envelope.ts";
import { listDisputes as readDisputes } from "../../../reads/disputes.ts";
import { DisputeList } from "../schemas.ts";
import { presentDispute } from "./present.ts";
import { ListDisputesQuery } from "./schemas.ts";

export const listDisputes = endpoint(
  {
    method: "get",
    path: "/disputes",
    operationId: "listDisputes",
    tag: "Disputes",
    summary: "Disputes, newest first.",
    access: "read",
    query: ListDisputesQuery,
    shape: "flagged",
    status: 200,
    data: DisputeList,
    errors: [],
  },
  async ({ query, caller, deps }) => {
    const { orderId, status, openedBy, limit, cursor } = query;
    const { items, page } = await readDisputes(deps.db, caller, { orderId, status, openedBy }, { limit, cursor });
    return list(items.map(presentDispute), page);
  },
);
