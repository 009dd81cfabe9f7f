import { maySee } from "../../caller.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { balancesOf } from "../../reads/balances.ts";
import { presentBalance } from "./present.ts";
import { BalanceParams, BalanceWire } from "./schemas.ts";

export const getBalance = endpoint(
  {
    method: "get",
    path: "/users/{userId}/balance",
    operationId: "getBalance",
    tag: "Balances",
    summary: "What a user can spend and what is held; zeros for an unknown user.",
    access: "read",
    params: BalanceParams,
    shape: "repeated",
    status: 200,
    data: BalanceWire,
    errors: [],
  },
  async ({ params: { userId }, caller, deps }) => {
    const balances = await balancesOf(deps.db, maySee(caller, userId) ? [userId] : []);
    return ok(presentBalance(userId, balances(userId), deps.now())); // read from the book of record just now
  },
);
