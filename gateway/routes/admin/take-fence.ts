import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { readSequences } from "../../read-sequences.ts";
import { actorOf, inTransaction } from "../../writes/in-transaction.ts";
import { takeFence as take } from "../../writes/signing-fence.ts";
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
    errors: ["IDEMPOTENCY_KEY_IN_PROGRESS", "STELLAR_NETWORK_ERROR"],
    duringMaintenance: true,
    idempotency: { kind: "once", keepDays: 7 },
  },
  async (call) => {
    const { body, caller, deps } = call;
    refuseBoundKey(caller);
    const request = { reason: body.reason, readingId: await readSequences(deps.temporal), ...actorOf(call) };
    return ok(presentFence(await inTransaction(call, (tx) => take(tx, deps.config.deploymentId, request))));
  },
);
