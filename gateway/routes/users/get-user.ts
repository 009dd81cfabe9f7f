import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { balancesOf } from "../../reads/balances.ts";
import { visibleUser } from "../../reads/users.ts";
import { presentUser } from "./present.ts";
import { UserParams, UserWire } from "./schemas.ts";

export const getUser = endpoint(
  {
    method: "get",
    path: "/users/{id}",
    operationId: "getUser",
    tag: "Users",
    summary: "One user.",
    access: "read",
    params: UserParams,
    shape: "plain",
    status: 200,
    data: UserWire,
    errors: ["USER_NOT_FOUND"],
  },
  async ({ params, caller, deps }) => {
    const row = await visibleUser(deps.db, caller, params.id);
    const balances = await balancesOf(deps.db, [row.id]);
    return ok(presentUser(row, balances(row.id)));
  },
);
