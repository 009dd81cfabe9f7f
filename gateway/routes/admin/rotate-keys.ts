import { AppError } from "../../../domain/errors.ts";
import {
  ROTATE_KEYS_WORKFLOW,
  ROTATE_KEYS_WORKFLOW_ID,
  rotateUpdate,
} from "../../../workflows/contracts/rotate-keys.ts";
import { endpoint } from "../../endpoint.ts";
import { accepted } from "../../envelope.ts";
import { refuseBoundKey } from "../../grants.ts";
import { keyUsage } from "../../reads/key-usage.ts";
import { actorOf } from "../../writes/in-transaction.ts";
import { recordOperation } from "../../writes/record-operation.ts";
import { presentRotation } from "./present-rotation.ts";
import { KeyRotationWire } from "./schemas.ts";

export const rotateKeys = endpoint(
  {
    method: "post",
    path: "/admin/wallets/rotate",
    operationId: "rotateKeys",
    tag: "Admin",
    summary: "Seal every wallet under the newest encryption key, while payments go on.",
    access: "support",
    shape: "plain",
    status: 200,
    data: KeyRotationWire,
    waits: true,
    errors: [],
    idempotency: { kind: "attach", keepDays: 7 },
  },
  async (call) => {
    const { caller, deps, identity, replyBy } = call;
    refuseBoundKey(caller);
    const keys = await keyUsage(deps.db);
    await deps.db.prisma.$transaction((tx) =>
      recordOperation(tx, {
        key: `rotation/${identity.updateId}`,
        type: "operations.key_rotation_asked",
        resourceType: "Operations",
        resourceId: "key-rotation",
        before: { keys },
        after: null,
        isEvent: false,
        ...actorOf(call),
      }),
    );
    const reply = await deps.temporal.open({
      workflowType: ROTATE_KEYS_WORKFLOW,
      workflowId: ROTATE_KEYS_WORKFLOW_ID,
      input: { carried: null },
      update: rotateUpdate,
      updateId: identity.updateId,
      args: [],
      replyBy,
      summary: ROTATE_KEYS_WORKFLOW_ID,
      searchAttributes: [],
      mayReopen: true,
    });
    if (reply.kind === "gone") throw new AppError("SERVICE_UNAVAILABLE", { dependency: "temporal" }); // one ended just now
    const progress = reply.kind === "final" ? reply.result : null;
    return accepted(presentRotation(keys, progress), "/admin/wallets/rotate");
  },
);
