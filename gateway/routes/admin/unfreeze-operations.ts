import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { unfreeze } from "../../writes/signing-freeze.ts";
import type { Transaction } from "../../writes/transaction.ts";
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
    idempotency: { kind: "once", keepDays: 7 },
  },
  async ({ body, caller, deps, requestId, tx }) => {
    refuseBoundKey(caller);
    const request = { reason: body.reason ?? null, actorId: caller.keyId, correlationId: requestId };
    const run = (transaction: Transaction) => unfreeze(transaction, request);
    return ok(presentFreeze(tx ? await run(tx) : await deps.db.prisma.$transaction(run)));
  },
);
