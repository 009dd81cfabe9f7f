import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { balancesOf } from "../../reads/balances.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { suspendUser as suspend } from "../../writes/suspend-user.ts";
import { presentUser } from "./present.ts";
import { SuspensionBody, UserParams, UserWire } from "./schemas.ts";

export const suspendUser = endpoint(
  {
    method: "post",
    path: "/users/{id}/suspend",
    operationId: "suspendUser",
    tag: "Users",
    summary: "Hold back everything that would leave a user; what comes in goes on.",
    access: "support",
    params: UserParams,
    body: SuspensionBody,
    shape: "plain",
    status: 200,
    data: UserWire,
    errors: ["USER_NOT_FOUND", "IDEMPOTENCY_KEY_IN_PROGRESS"],
    duringMaintenance: true,
    idempotency: { kind: "once", keepDays: 7 },
  },
  async (call) => {
    const { deps, caller, params, body } = call;
    refuseBoundKey(caller);
    const suspension = { userId: params.id, reason: body.reason, ...actorOf(call) };
    const row = await inTransaction(call, async (tx) => {
      await suspend(tx, suspension);
      return tx.user.findUniqueOrThrow({ where: { id: params.id } });
    });
    const balances = await balancesOf(deps.db, [row.id]);
    return ok(presentUser(row, balances(row.id)));
  },
);
