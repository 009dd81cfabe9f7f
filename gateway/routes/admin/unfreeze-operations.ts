import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBorrowedKey, refuseBoundKey } from "../../grants.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { unfreeze } from "../../writes/signing-freeze.ts";
import { presentFreeze } from "./present-freeze.ts";
import { FreezeWire, OptionalReasonBody } from "./schemas.ts";

export const unfreezeOperations = endpoint(
  {
    method: "post",
    path: "/admin/unfreeze",
    operationId: "unfreezeOperations",
    tag: "Admin",
    summary: "Ask to let outgoing money go; asked by a second person's key, it goes.",
    access: "support",
    body: OptionalReasonBody,
    shape: "plain",
    status: 200,
    data: FreezeWire,
    errors: ["INVALID_STATE", "SECOND_KEY_REQUIRED", "IDEMPOTENCY_KEY_IN_PROGRESS"],
    duringMaintenance: true,
    idempotency: { kind: "once", keepDays: 7 },
  },
  async (call) => {
    const { body, caller } = call;
    refuseBoundKey(caller);
    refuseBorrowedKey(caller);
    const request = { reason: body.reason ?? null, ...actorOf(call) };
    return ok(presentFreeze(await inTransaction(call, (tx) => unfreeze(tx, request))));
  },
);
