import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { freeze } from "../../writes/signing-freeze.ts";
import { presentFreeze } from "./present-freeze.ts";
import { FreezeWire, ReasonBody } from "./schemas.ts";

export const freezeOperations = endpoint(
  {
    method: "post",
    path: "/admin/freeze",
    operationId: "freezeOperations",
    tag: "Admin",
    summary: "Stop all outgoing money at once; deposits go on. Also withdraws a request to unfreeze.",
    access: "support",
    body: ReasonBody,
    shape: "plain",
    status: 200,
    data: FreezeWire,
    errors: ["IDEMPOTENCY_KEY_IN_PROGRESS"],
    duringMaintenance: true,
    idempotency: { kind: "once", keepDays: 7 },
  },
  async (call) => {
    const { body, caller } = call;
    refuseBoundKey(caller);
    const request = { reason: body.reason, ...actorOf(call) };
    return ok(presentFreeze(await inTransaction(call, (tx) => freeze(tx, request))));
  },
);
