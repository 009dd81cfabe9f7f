import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { takeFence as take } from "../../writes/signing-fence.ts";
import type { Transaction } from "../../writes/transaction.ts";
import { presentFence } from "./present-fence.ts";
import { FenceWire, ReasonBody } from "./schemas.ts";

export const takeFence = endpoint(
  {
    method: "post",
    path: "/admin/fence/take",
    operationId: "takeFence",
    tag: "Admin",
    summary: "Make this deployment the one that signs. Stop the other one first.",
    access: "support",
    body: ReasonBody,
    shape: "plain",
    status: 200,
    data: FenceWire,
    errors: ["IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7 },
  },
  async ({ body, caller, deps, requestId, tx }) => {
    refuseBoundKey(caller);
    const request = { reason: body.reason, actorId: caller.keyId, correlationId: requestId };
    const run = (transaction: Transaction) => take(transaction, deps.config.deploymentId, request);
    return ok(presentFence(tx ? await run(tx) : await deps.db.prisma.$transaction(run)));
  },
);
