import { endpoint } from "../../endpoint.ts";
import { list } from "../../envelope.ts";
import { listWithdrawals as readWithdrawals } from "../../reads/withdrawals.ts";
import { presentWithdrawal } from "./present.ts";
import { ListWithdrawalsQuery, WithdrawalList } from "./schemas.ts";

export const listWithdrawals = endpoint(
  {
    method: "get",
    path: "/withdrawals",
    operationId: "listWithdrawals",
    tag: "Withdrawals",
    summary: "Withdrawals, newest first.",
    access: "read",
    query: ListWithdrawalsQuery,
    shape: "repeated",
    status: 200,
    data: WithdrawalList,
    errors: [],
  },
  async ({ query, caller, deps }) => {
    const { userId, status, reference, ...request } = query;
    const { items, page } = await readWithdrawals(deps.db, caller, { userId, status, reference }, request);
    return list(items.map(presentWithdrawal), page);
  },
);
