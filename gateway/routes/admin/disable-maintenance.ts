import { endpoint } from "../../endpoint.ts";
import { ok } from "../../envelope.ts";
import { refuseBound } from "../../grants.ts";
import { switchMaintenance } from "../../writes/maintenance.ts";
import { inTransaction } from "../../writes/transaction.ts";
import { presentMaintenance } from "./present.ts";
import { MaintenanceWire } from "./schemas.ts";

export const disableMaintenance = endpoint(
  {
    method: "post",
    path: "/admin/maintenance/disable",
    operationId: "disableMaintenance",
    tag: "Admin",
    summary: "Take commands again.",
    access: "support",
    shape: "plain",
    status: 200,
    data: MaintenanceWire,
    duringMaintenance: true,
    errors: ["IDEMPOTENCY_KEY_IN_PROGRESS"],
    idempotency: { kind: "once", keepDays: 7 },
  },
  async ({ caller, deps, requestId, tx }) => {
    refuseBound(caller);
    const actor = { actorId: caller.keyId, correlationId: requestId };
    const to = { enabled: false, message: null };
    return ok(
      presentMaintenance(await inTransaction(deps.db, tx, (one) => switchMaintenance(one, to, actor, deps.now()))),
    );
  },
);
