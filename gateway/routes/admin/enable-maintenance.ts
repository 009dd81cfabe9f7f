import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBound } from "../../grants.ts";
import { switchMaintenance } from "../../writes/maintenance.ts";
import { inTransaction } from "../../writes/transaction.ts";
import { presentMaintenance } from "./present.ts";
import { EnableMaintenanceBody, MaintenanceWire } from "./schemas.ts";

export const enableMaintenance = endpoint(
  {
    method: "post",
    path: "/admin/maintenance/enable",
    operationId: "enableMaintenance",
    tag: "Admin",
    summary: "Take no commands from now on; reads, webhooks and payments under way go on.",
    access: "support",
    body: EnableMaintenanceBody,
    shape: "plain",
    status: 200,
    data: MaintenanceWire,
    duringMaintenance: true,
    errors: ["IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7 },
  },
  async ({ body, caller, deps, requestId, tx }) => {
    refuseBound(caller);
    const actor = { actorId: caller.keyId, correlationId: requestId };
    const to = { enabled: true, message: body.message ?? null };
    return ok(
      presentMaintenance(await inTransaction(deps.db, tx, (one) => switchMaintenance(one, to, actor, deps.now()))),
    );
  },
);
