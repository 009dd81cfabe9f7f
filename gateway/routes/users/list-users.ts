import { endpoint } from "../../endpoint.ts";
import { list } from "../../envelope.ts";
import { balancesOf } from "../../reads/balances.ts";
import { listUsers as readUsers } from "../../reads/users.ts";
import { presentUser } from "./present.ts";
import { ListUsersQuery, UserList } from "./schemas.ts";

export const listUsers = endpoint(
  {
    method: "get",
    path: "/users",
    operationId: "listUsers",
    tag: "Users",
    summary: "Users, newest first.",
    access: "read",
    query: ListUsersQuery,
    shape: "plain",
    status: 200,
    data: UserList,
    errors: [],
  },
  async ({ query, caller, deps }) => {
    const { type, status, ...request } = query;
    const own = caller.boundUserId ? { id: caller.boundUserId } : {};
    const { items, page } = await readUsers(deps.db, { ...own, type, status }, request);
    const balances = await balancesOf(
      deps.db,
      items.map(({ id }) => id),
    );
    return list(
      items.map((row) => presentUser(row, balances(row.id))),
      page,
    );
  },
);
