import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { balancesOf } from "../../reads/balances.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import type { Suspension } from "../../writes/suspend-user.ts";
import type { Transaction } from "../../writes/transaction.ts";
import { presentUser } from "./present.ts";
import { SuspensionBody, UserParams, UserWire } from "./schemas.ts";

interface SuspensionRoute {
  readonly verb: "suspend" | "reinstate";
  readonly operationId: string;
  readonly summary: string;
  readonly change: (tx: Transaction, suspension: Suspension) => Promise<void>;
}

/** Holds back what would leave a user, or lets it leave again; also during maintenance. */
export const suspensionEndpoint = ({ verb, operationId, summary, change }: SuspensionRoute) =>
  endpoint(
    {
      method: "post",
      path: `/users/{id}/${verb}`,
      operationId,
      tag: "Users",
      summary,
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
        await change(tx, suspension);
        return tx.user.findUniqueOrThrow({ where: { id: params.id } });
      });
      const balances = await balancesOf(deps.db, [row.id]);
      return ok(presentUser(row, balances(row.id)));
    },
  );
