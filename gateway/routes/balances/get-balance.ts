import { formatAmount } from "../../../domain/money.ts";
import { maySee } from "../../caller.ts";
import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { balancesOf } from "../../reads/balances.ts";
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
    const { availableStroops, reservedStroops } = balances(userId);
    const updatedAt = deps.now().toISOString(); // read from the book of record just now
    return ok({
      userId,
      user_id: userId,
      available: formatAmount(availableStroops),
      reserved: formatAmount(reservedStroops),
      currency: "USD",
      total: formatAmount(availableStroops + reservedStroops),
      updatedAt,
      updated_at: updatedAt,
    });
  },
);
