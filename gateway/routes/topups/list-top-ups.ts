import { endpoint } from "../../endpoint.ts";
import { list } from "../../envelope.ts";
import { requireAirtm } from "../../payment-mode.ts";
import { listTopUps as readTopUps } from "../../reads/topups.ts";
import { presentTopUp } from "./present.ts";
import { ListTopUpsQuery, TopUpList } from "./schemas.ts";

export const listTopUps = endpoint(
  {
    method: "get",
    path: "/topups",
    operationId: "listTopUps",
    tag: "Top-ups",
    summary: "Top-ups, newest first. 404 without Airtm.",
    access: "read",
    query: ListTopUpsQuery,
    shape: "repeated",
    status: 200,
    data: TopUpList,
    errors: ["NOT_FOUND"],
  },
  async ({ query, caller, deps }) => {
    const { cancelUrl } = requireAirtm(deps);
    const { userId, status, reference, ...request } = query;
    const { items, page } = await readTopUps(deps.db, caller, { userId, status, reference }, request);
    return list(
      items.map((row) => presentTopUp(row, cancelUrl)),
      page,
    );
  },
);
